using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Api.Requests;

/// <param name="ReasonCode">One of the playbook's reasons for a hold; null: the words alone say it.</param>
/// <param name="Until">The last day; null: until somebody resumes it.</param>
internal sealed record HoldJson(string Reason, string? ReasonCode, DateOnly? Until)
{
    public static HoldJson? Of(Held? hold) => hold is null ? null : new(hold.Reason, hold.ReasonCode, hold.Until);
}

/// <param name="Reason">One of the playbook's reasons for an override.</param>
internal sealed record OverrideJson(string Strategy, string Reason, string Text)
{
    public static OverrideJson? Of(Overridden? overridden) => overridden is null ? null : new(overridden.StrategyId, overridden.ReasonCode, overridden.Text);
}

/// <param name="By">Who pinned it.</param>
internal sealed record PinJson(string Team, string Reason, string By, DateTime At);

/// <summary>What a team has said that another one has to deal with.</summary>
/// <param name="Entry">The number of its entry in the history.</param>
/// <param name="Reason">One of the playbook's reasons for a decline; null: it was sent back or returned.</param>
/// <param name="Text">In their words.</param>
/// <param name="Questions">To be answered again.</param>
/// <param name="Fields">To be filled in again.</param>
internal sealed record SaidJson(int Entry, PersonJson By, DateTime At, string? Reason, string Text, IReadOnlyList<string> Questions, IReadOnlyList<string> Fields)
{
    public static SaidJson? Of(HistoryEntry? entry) => entry is null ? null : new(
        entry.Number,
        PersonJson.Of(entry.By),
        entry.At,
        (entry.What as Declined)?.ReasonCode,
        HappeningText.Said(entry.What) ?? "",
        (entry.What as SentBack)?.QuestionIds ?? [],
        (entry.What as SentBack)?.FieldIds ?? []);
}
