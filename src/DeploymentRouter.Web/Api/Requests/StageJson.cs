using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>The stage a request is in, with all that has to be so before it is done.</summary>
/// <param name="Receiver">For a hand-over: the team it is offered to.</param>
/// <param name="CompleteLabel">What completing it is called.</param>
/// <param name="AwaitsAcceptance">It was handed over and is neither accepted nor returned yet.</param>
/// <param name="OfferedAt">Since when the hand-over is offered; null: it is not.</param>
/// <param name="AssignedBecause">Why it was assigned in turn; null: a person decided, or nobody has.</param>
/// <param name="Criteria">All must be ticked.</param>
/// <param name="Fields">Its form; what is required must be filled in.</param>
internal sealed record StageJson(
    string Id,
    string Name,
    StageKind Kind,
    string? Receiver,
    string CompleteLabel,
    DateTime StartedAt,
    bool AwaitsAcceptance,
    DateTime? OfferedAt,
    string? AssignedBecause,
    IReadOnlyList<CriterionJson> Criteria,
    IReadOnlyList<FieldJson> Fields)
{
    public static StageJson Of(StageVisit visit, IReadOnlyDictionary<string, string> form) => new(
        visit.Stage.Id,
        visit.Stage.Name,
        visit.Stage.Kind,
        visit.Stage.ReceiverTeamId,
        visit.Stage.CompleteLabel,
        visit.StartedAt,
        visit.AwaitsAcceptance,
        visit.OfferedAt,
        visit.AssignedBecause,
        [.. visit.Stage.ExitCriteria.Select(criterion => CriterionJson.Of(criterion, visit.Ticks.GetValueOrDefault(criterion.Id)))],
        [.. visit.Stage.Fields.Select(field => FieldJson.Of(field, form.GetValueOrDefault(field.Id)))]);
}

/// <param name="TickedBy">Null: it is open.</param>
internal sealed record CriterionJson(string Id, string Text, string? TickedBy, DateTime? TickedAt)
{
    public static CriterionJson Of(ExitCriterion criterion, Tick? tick) => new(criterion.Id, criterion.Text, tick?.PersonName, tick?.At);
}

/// <param name="Maximum">Largest number, or longest text in characters; null: the kind's own limit.</param>
/// <param name="Choices">Of a choice.</param>
/// <param name="Value">As it is filled in; null: it is not.</param>
internal sealed record FieldJson(
    string Id, string Label, string? Help, FieldKind Kind, bool IsRequired, long? Minimum, long? Maximum, IReadOnlyList<NamedJson> Choices, string? Value)
{
    public static FieldJson Of(FormField field, string? value) => new(
        field.Id, field.Label, field.Help, field.Kind, field.Required, field.Minimum, field.Maximum, NamedJson.Of(field.Choices), value);
}

/// <summary>Something the playbook names.</summary>
/// <param name="Label">As people read it.</param>
internal sealed record NamedJson(string Id, string Label)
{
    public static IReadOnlyList<NamedJson> Of(IEnumerable<ReasonCode> codes) => [.. codes.Select(code => new NamedJson(code.Id, code.Label))];
}
