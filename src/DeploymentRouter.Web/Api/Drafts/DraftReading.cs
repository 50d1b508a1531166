using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Web.Api.Deciding;

namespace DeploymentRouter.Web.Api.Drafts;

/// <summary>Reads drafts as the intake's pages do.</summary>
public sealed class DraftReading(IntakeReader reader, PlaybookInForce playbook, TimeProvider time)
{
    private const int MaxNamed = 80;

    /// <summary>Why these fields cannot be stored, whatever they mean; null: they can.</summary>
    internal Refusal? WhyNot(IReadOnlyDictionary<string, string?> fields) =>
        fields.Keys.FirstOrDefault(key => !IsKnown(key)) is { } unknown ? new Refusal("UnknownField", $"A draft has no field “{Wording.Beginning(unknown, MaxNamed)}”.")
        : fields.Values.Any(text => text?.Length > Draft.MaxText) ? Refusals.TextTooLong(Draft.MaxText)
        : !fields.Values.All(text => TextCheck.IsReadable(text ?? "")) ? Refusals.TextUnreadable()
        : null;

    internal DraftJson Of(Draft draft)
    {
        var reading = reader.Read(draft, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return new DraftJson(
            draft.Id, draft.Version, draft.CreatedAt, draft.ChangedAt, draft.RequestId,
            draft.Fields.Where(field => field.Value.Text is not null).ToDictionary(field => field.Key, field => field.Value.Text!, StringComparer.Ordinal),
            DecisionJson.Of(playbook.Current, reading.Decision),
            [.. reading.Problems.Select(FieldProblemJson.Of)],
            [.. reading.Warnings.Select(FieldProblemJson.Of)]);
    }

    private bool IsKnown(string key) => key == DraftKeys.DifferentFrom || IntakeLine.IsField(key, playbook.Current);
}

/// <summary>A draft.</summary>
/// <param name="Version">Counts every change; the ETag begins with it.</param>
/// <param name="Request">The identifier of the request it became; null: it was not sent yet.</param>
/// <param name="Fields">By name, as typed.</param>
/// <param name="Decision">What the playbook makes of the answers so far.</param>
/// <param name="Problems">What keeps it from being sent; empty: nothing.</param>
/// <param name="Warnings">Worth a second look; they keep nobody from sending.</param>
internal sealed record DraftJson(
    Guid Id, int Version, DateTime CreatedAt, DateTime ChangedAt, Guid? Request, IReadOnlyDictionary<string, string> Fields,
    DecisionJson Decision, IReadOnlyList<FieldProblemJson> Problems, IReadOnlyList<FieldProblemJson> Warnings);

/// <param name="Message">What is wrong and what to do about it.</param>
internal sealed record FieldProblemJson(string Field, string Message)
{
    public static FieldProblemJson Of(FieldProblem problem) => new(problem.Key, problem.Message);
}

/// <param name="Items">The last changed first.</param>
internal sealed record DraftsJson(IReadOnlyList<DraftLineJson> Items);

/// <param name="Customer">Empty: not typed yet.</param>
internal sealed record DraftLineJson(Guid Id, string Customer, DateTime CreatedAt, DateTime ChangedAt);
