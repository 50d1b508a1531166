using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

public enum HistoryFilter
{
    All,
    Comments,
    HandOvers,
}

/// <summary>Comments and history, newest first; one line for each act.</summary>
/// <param name="Earlier">How many more lines there are.</param>
public sealed record HistoryView(IReadOnlyList<HistoryLine> Lines, int Earlier)
{
    public const int PageSize = 20;

    public static HistoryView Of(Request request, HistoryFilter filter, int shown)
    {
        var takenBack = request.EntriesTakenBack().ToHashSet();
        var acts = request.History.GroupBy(entry => entry.Act).Reverse().Where(act => Passes(act, filter)).ToList();
        return new HistoryView(
            [.. acts.Take(shown).Select(act => HistoryLine.Of([.. act], request, takenBack.Contains(act.First().Number)))],
            Math.Max(0, acts.Count - shown));
    }

    private static bool Passes(IEnumerable<HistoryEntry> act, HistoryFilter filter) => filter switch
    {
        HistoryFilter.Comments => act.Any(entry => HappeningText.Said(entry.What) is not null),
        HistoryFilter.HandOvers => act.Any(entry => entry.What.Starts() is not null || entry.What is Opened or Offered or Accepted or Returned or Withdrawn or Delivered),
        _ => true,
    };
}

/// <summary>One act in the timeline.</summary>
/// <param name="Icon">Null: the person's initials, for comments.</param>
/// <param name="Said">What they wrote.</param>
/// <param name="IsTakenBack">Undone later: it stays to be read and counts for nothing.</param>
public sealed record HistoryLine(
    int Number, DateTime At, Actor By, string TeamName, IconName? Icon, string? IconClass, IReadOnlyList<Piece> Sentence, string? Said, bool IsTakenBack)
{
    public static HistoryLine Of(IReadOnlyList<HistoryEntry> act, Request request, bool isTakenBack)
    {
        var first = act[0];
        var (icon, css) = first.What is Commented ? ((IconName?)null, (string?)null) : IconOf(first.What);
        return new HistoryLine(
            first.Number,
            first.At,
            first.By,
            first.By.TeamId is "" ? "" : Named.Team(request.Playbook, first.By.TeamId),
            icon,
            css,
            [.. SentenceOf(act, request)],
            act.Select(entry => HappeningText.Said(entry.What)).FirstOrDefault(said => said is not null),
            isTakenBack);
    }

    /// <summary>The whole of an act in one sentence; assignments are told only where the rule has made them.</summary>
    public static IEnumerable<Piece> SentenceOf(IReadOnlyList<HistoryEntry> act, Request request)
    {
        var pieces = HappeningText.Of(act[0], request).ToList();
        if (act[0].What is SentBack { Next: { } sent }) pieces.AddRange(With(sent));
        foreach (var next in act.Skip(1))
        {
            switch (next.What)
            {
                case StageStarted started when act[0].What is not Returned:
                    pieces.AddRange(With(started));
                    break;
                case Assigned { To: { } to, Why: { } why }:
                    pieces.AddRange([new(". Assigned to "), Piece.Strong(to.Name), new($": {why}")]);
                    break;
                case Assigned { Why: { } why }:
                    pieces.Add(new($". Assigned to nobody: {why}"));
                    break;
                case AskAssigned asked:
                    pieces.AddRange([new(". Assigned to "), asked.To is { } person ? Piece.Strong(person.Name) : new("nobody"), new(" of "), Piece.Team(request.Playbook, asked.TeamId), new($": {asked.Why}")]);
                    break;
                case AnswersChanged or FormSaved when act[0].What is Replied:
                    pieces.AddRange([new(", "), .. HappeningText.Of(next, request)]);
                    break;
                case Delivered:
                    pieces.Add(new(". It is delivered"));
                    break;
            }
        }

        return pieces;

        Piece[] With(StageStarted started) =>
            [new(". It is with "), Piece.Team(request.Playbook, started.TeamId), new(" for "), Piece.Strong(Named.Stage(request.Playbook, started.StageId, started.StrategyId))];
    }

    private static (IconName Icon, string? Class) IconOf(Happening what) => what switch
    {
        Opened => (IconName.Plus, null),
        OperationAsked => (IconName.Plus, null),
        OperationDeclined => (IconName.RuledOut, "late"),
        OperationWithdrawn => (IconName.RuledOut, null),
        OperationTaken => (IconName.Arrow, null),
        CriterionTicked { IsTicked: true } or Delivered or OperationDone => (IconName.Done, "ok"),
        CriterionTicked => (IconName.Open, null),
        Assigned => (IconName.Person, null),
        SentBack or Returned or Appealed => (IconName.Triangle, "warn"),
        Declined => (IconName.RuledOut, "late"),
        Withdrawn or Held or ReadingWithdrawn => (IconName.RuledOut, null),
        StatusUnshared => (IconName.RuledOut, null),
        StageStarted or Offered or Accepted or Resumed or Reopened or Overridden or StatusShared => (IconName.Arrow, null),
        _ => (IconName.Comment, null),
    };
}
