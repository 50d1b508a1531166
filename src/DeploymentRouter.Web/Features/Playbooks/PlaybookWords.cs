using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Proving;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Playbooks;

/// <summary>Says what a playbook contains.</summary>
public static class PlaybookWords
{
    /// <summary>The parts of the page: the last piece of its address, and the name people read.</summary>
    public static IReadOnlyList<(string Part, string Name)> Parts { get; } =
        [("", "Table"), ("questions", "Questions"), ("stages", "Stages"), ("proof", "Proof"), ("laws", "Laws"), ("tests", "Tests")];

    /// <summary>How much is wrong in a part; 0 also while nobody knows yet.</summary>
    public static int Wrong(string part, ProvenPlaybook? proven) => (part, proven) switch
    {
        (_, null) => 0,
        ("proof", _) => proven.Proof.Findings.Count,
        ("laws", _) => proven.Proof.Laws.Count(law => law.Finding is not null),
        ("tests", _) => proven.Tests.Results.Count(test => !test.Passed),
        _ => 0,
    };

    public static string PartName(string? part) => Parts.FirstOrDefault(known => known.Part == (part ?? "")).Name ?? "Not found";

    public static string Lede(Playbook playbook) => string.Create(
        CultureInfo.InvariantCulture,
        $"Version {playbook.Version}, in force. {playbook.Questions.Count} questions, {playbook.Rows.Count} rows, {playbook.Strategies.Count} strategies.");

    /// <summary>A share as the width of its bar; the smallest is still seen.</summary>
    public static string Width(double? share) => string.Create(
        CultureInfo.InvariantCulture, $"width:{(share is null or 0 ? 0 : Math.Max(2, share.Value * 100)):0.#}%");

    /// <summary>What a question can be answered with.</summary>
    public static string Values(PlaybookQuestion question) => question.Domain switch
    {
        WholeNumberDomain number => string.Create(
            CultureInfo.InvariantCulture, $"A whole number from {number.Minimum:N0} to {number.Maximum:N0} {question.Unit}"),
        YesNoDomain => "Yes or no",
        AnyOfDomain { Minimum: 0 } => "Any of: " + Labels(question),
        AnyOfDomain => "At least one of: " + Labels(question),
        _ => "One of: " + Labels(question),
    };

    /// <summary>A promise in words: "Within 24 hours", "About 30 days, an aim that is never late".</summary>
    public static string Target(StageTarget target) => target.Duration is EstimateDays
        ? $"A{TargetText.Of(target.Duration)[1..]}, an aim that is never late"
        : $"Within {TargetText.Of(target.Duration)}";

    /// <summary>When a target counts and from where: "for trial, from the agreement date"; empty: always, from the stage's start.</summary>
    public static string TargetScope(Playbook playbook, StageTarget target)
    {
        var fields = playbook.Strategies.SelectMany(strategy => strategy.Stages).SelectMany(stage => stage.Fields).ToList();
        var when = fields.Find(field => field.Id == target.WhenFieldId)?.Choices.FirstOrDefault(choice => choice.Id == target.WhenFieldIs)?.Label;
        var from = fields.Find(field => field.Id == target.FromFieldId)?.Label;
        string?[] parts = [when is null ? null : $"for {when.ToLowerInvariant()}", from is null ? null : $"from the {from.ToLowerInvariant()}"];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    public static string Kind(StageKind kind) => kind switch
    {
        StageKind.Work => "Work",
        StageKind.Review => "Review: accepts, sends back or declines",
        StageKind.HandOver => "Hand-over: offered, then accepted or returned",
        StageKind.OpenEnded => "Open-ended: delivered once it gets here",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Labels(PlaybookQuestion question) => string.Join(", ", question.Values.Select(value => value.Label));
}
