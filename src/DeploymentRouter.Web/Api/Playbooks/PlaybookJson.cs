using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Api.People;
using DeploymentRouter.Web.Api.Requests;

namespace DeploymentRouter.Web.Api.Playbooks;

/// <summary>The playbook, as far as a program needs it in order to ask, answer and fill in.</summary>
/// <param name="Hash">SHA-256 of its YAML.</param>
/// <param name="FilingTeam">The team that files requests.</param>
/// <param name="Questions">In the order of the intake.</param>
/// <param name="Rows">In table order; the first that holds decides.</param>
internal sealed record PlaybookJson(
    string Name,
    int Version,
    string Hash,
    string FilingTeam,
    IReadOnlyList<TeamLineJson> Teams,
    IReadOnlyList<NamedJson> Topics,
    IReadOnlyList<QuestionJson> Questions,
    IReadOnlyList<RowJson> Rows,
    IReadOnlyList<StrategyJson> Strategies,
    IReadOnlyList<NamedJson> OverrideReasons,
    IReadOnlyList<NamedJson> DeclineReasons,
    IReadOnlyList<NamedJson> HoldReasons)
{
    public static PlaybookJson Of(Playbook playbook) => new(
        playbook.Name,
        playbook.Version,
        playbook.Hash,
        playbook.FilingTeamId,
        [.. playbook.Teams.Select(team => new TeamLineJson(team.Id, team.Name, team.FullName))],
        [.. playbook.Topics.Select(topic => new NamedJson(topic.Id, topic.Title))],
        [.. playbook.Questions.Select(QuestionJson.Of)],
        [.. playbook.Rows.Select(row => new RowJson(row.Id, row.StrategyId, row.Mark, row.Because))],
        [.. playbook.Strategies.Select(StrategyJson.Of)],
        NamedJson.Of(playbook.OverrideReasons),
        NamedJson.Of(playbook.DeclineReasons),
        NamedJson.Of(playbook.HoldReasons));
}

/// <summary>What a question takes.</summary>
internal enum AnswerKind
{
    YesNo,
    OneOf,
    AnyOf,
    Number,
}

/// <param name="AskedWhen">In words; null: always.</param>
/// <param name="AnsweredBy">The team that answers it.</param>
/// <param name="Minimum">Of a number; of a choice of any, how many at least.</param>
/// <param name="NoteNeededFor">Values that need a written note.</param>
internal sealed record QuestionJson(
    string Id, string Topic, string Wording, string Label, string Help, string WhyWeAsk, AnswerKind Kind, string? Unit, long? Minimum, long? Maximum,
    IReadOnlyList<NamedJson> Values, string AnsweredBy, string? AskedWhen, IReadOnlyList<string> NoteNeededFor)
{
    public static QuestionJson Of(PlaybookQuestion question)
    {
        var (kind, minimum, maximum) = question.Domain switch
        {
            YesNoDomain => (AnswerKind.YesNo, (long?)null, (long?)null),
            OneOfDomain => (AnswerKind.OneOf, null, null),
            AnyOfDomain any => (AnswerKind.AnyOf, any.Minimum, null),
            WholeNumberDomain number => (AnswerKind.Number, number.Minimum, number.Maximum),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question.Domain, null),
        };
        return new QuestionJson(
            question.Id, question.TopicId, question.Wording, question.Label, question.Help, question.WhyWeAsk, kind, question.Unit, minimum, maximum,
            [.. question.Values.Select(value => new NamedJson(value.Id, value.Label))], question.AnsweredBy, question.AskedWhenText, question.NoteNeededFor);
    }
}

/// <param name="Mark">What distinguishes it from other rows of its strategy; null: nothing.</param>
internal sealed record RowJson(string Id, string Strategy, string? Mark, string Because);

/// <param name="Owners">The teams that own it.</param>
internal sealed record StrategyJson(
    string Id, string Name, string ShortName, string Description, IReadOnlyList<string> Owners, IReadOnlyList<PlannedStageJson> Stages, IReadOnlyList<PlannedOperationJson> Operations)
{
    public static StrategyJson Of(Strategy strategy) => new(
        strategy.Id, strategy.Name, strategy.ShortName, strategy.Description, strategy.OwnerTeamIds,
        [.. strategy.Stages.Select(PlannedStageJson.Of)], [.. strategy.Operations.Select(PlannedOperationJson.Of)]);
}

/// <param name="Receiver">For a hand-over: the team it is offered to.</param>
internal sealed record PlannedStageJson(
    string Id, string Name, StageKind Kind, string Owner, string? Receiver, IReadOnlyList<NamedJson> Criteria, IReadOnlyList<FieldJson> Fields)
{
    public static PlannedStageJson Of(Stage stage) => new(
        stage.Id, stage.Name, stage.Kind, stage.OwnerTeamId, stage.ReceiverTeamId,
        [.. stage.ExitCriteria.Select(criterion => new NamedJson(criterion.Id, criterion.Text))], [.. stage.Fields.Select(field => FieldJson.Of(field, value: null))]);
}

/// <summary>What can be asked for once an instance runs.</summary>
/// <param name="AskedBy">The teams that may ask for it.</param>
/// <param name="CarriedOutBy">The team that does it.</param>
internal sealed record PlannedOperationJson(
    string Id, string Name, string Help, OperationEffect Effect, IReadOnlyList<string> AskedBy, string CarriedOutBy, IReadOnlyList<FieldJson> Fields)
{
    public static PlannedOperationJson Of(Operation operation) => new(
        operation.Id, operation.Name, operation.Help, operation.Effect, operation.AskedByTeamIds, operation.CarriedOutByTeamId,
        [.. operation.Fields.Select(field => FieldJson.Of(field, value: null))]);
}
