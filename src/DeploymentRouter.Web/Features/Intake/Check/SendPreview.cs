using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Features.Intake.Panel;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>What happens when it is sent, read off the very request that sending would open.</summary>
/// <param name="Act">The button, for example "Send to Cloud for a verdict".</param>
/// <param name="Outcome">For example "Cloud or One-Click".</param>
/// <param name="OutcomeSays">Why, or what decides.</param>
/// <param name="WaysTitle">Heads <paramref name="Ways"/>, for example "If they say".</param>
/// <param name="Changes">Once it is settled, a line for each other strategy: what would let it in, or that nothing would.</param>
/// <param name="Flags">For information; they change nothing.</param>
/// <param name="Counts">For example "1 answer open, 2 kept and not used, 17 used."</param>
public sealed record SendPreview(
    string Act,
    string Outcome,
    string? OutcomeSays,
    string WaysTitle,
    IReadOnlyList<Way> Ways,
    IReadOnlyList<ChangeLine> Changes,
    IReadOnlyList<Turn> Turns,
    IReadOnlyList<RaisedFlag> Flags,
    string Counts)
{
    /// <param name="now">UTC.</param>
    public static SendPreview Of(IntakeReading reading, Person by, DateTime now)
    {
        var (request, refusal) = Request.Open(Guid.Empty, reading.Playbook, reading.Facts, reading.Answers, reading.Notes, by, now);
        if (request is null) throw new InvalidOperationException(refusal!.Sentence);
        var open = OpenAnswers.Of(reading);
        return new SendPreview(
            SendWords.Act(request, open),
            SendWords.Outcome(request),
            SendWords.Says(request, open),
            open is [{ IsYours: false }] ? "If they say" : open.Count == 1 ? "If you answer" : "It will be",
            Check.Ways.Of(reading, open),
            request.Decision.Outcome is null ? [] : [.. RuledOutLine.All(reading).Select(line => line.Changes is [var cheapest, ..] ? cheapest : new ChangeLine(line.NoChange, []))],
            Check.Turns.Of(request, open, now),
            request.Decision.Flags,
            SendWords.Counts(reading));
    }
}
