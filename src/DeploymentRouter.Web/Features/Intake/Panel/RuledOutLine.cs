using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Intake.Panel;

/// <summary>A strategy that is out, the clause that says why, and what would let it back in.</summary>
/// <param name="NoChange">What is said instead of a change where there is none.</param>
/// <param name="Changes">The smallest changes that would do, the cheapest first.</param>
/// <param name="MayBeMore">There may be more of them.</param>
public sealed record RuledOutLine(
    string Name, IReadOnlyList<SentencePart> Because, string NoChange, IReadOnlyList<ChangeLine> Changes, bool MayBeMore)
{
    /// <summary>For example "2 other ways".</summary>
    public string OtherWays => (Changes.Count - 1, MayBeMore) switch
    {
        (1, false) => "Another way",
        (var count, false) => $"{count} other ways",
        var (count, _) => $"{count} other ways, and there may be more",
    };

    public static IReadOnlyList<RuledOutLine> All(IntakeReading reading) =>
        [.. LosingStrategy.All(reading.Playbook, reading.Answers).Select(losing => Of(reading, losing))];

    private static RuledOutLine Of(IntakeReading reading, LosingStrategy losing) => new(
        losing.Strategy.ShortName,
        AnswerLinks.Narrow(reading.Playbook, losing.Because, reading.Answers),
        losing.WhatWouldChangeIt,
        [.. losing.Ways.Select(way => ChangeLine.Of(reading.Playbook, way))],
        losing.HasMoreWays);
}

/// <summary>Answers that would have to be others, all of them.</summary>
/// <param name="Sentence">For example "Cloud becomes possible if the customer waits."</param>
public sealed record ChangeLine(string Sentence, IReadOnlyList<ChangeBy> By)
{
    public static ChangeLine Of(Playbook playbook, Way way) => new(
        way.Sentence,
        [.. way.Steps.GroupBy(step => step.By).Select(steps => new ChangeBy(Wording.Capital(Whose.Of(steps.Key)), [.. steps.Select(step => playbook.Question(step.QuestionId))]))]);

}

/// <summary>Whose choice some of those answers are: "The customer’s choice".</summary>
public sealed record ChangeBy(string Whose, IReadOnlyList<PlaybookQuestion> Questions);
