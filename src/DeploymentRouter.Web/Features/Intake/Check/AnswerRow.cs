using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Web.Features.Intake.Questions;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>A part of the check page, one for each page of the intake.</summary>
/// <param name="Says">What is to know about all of it; null: nothing.</param>
public sealed record AnswerSection(string Title, string? Says, IReadOnlyList<AnswerRow> Rows);

/// <summary>One line of the check page.</summary>
/// <param name="Value">What was given; null: it is open.</param>
/// <param name="Details">Lines below it: the note, what it brings with it, whether it matters.</param>
/// <param name="Href">Where it is changed; null: not here.</param>
/// <param name="Team">The other team that answers it; null: it is the filing team's.</param>
/// <param name="Problem">What keeps it from being sent; null: nothing.</param>
public sealed record AnswerRow(string Label, string? Value, IReadOnlyList<string> Details, string? Href, Team? Team = null, string? Problem = null)
{
    /// <summary>A figure, set in figures of equal width.</summary>
    public bool IsNumber { get; init; }

    /// <summary>What stands for the value while there is none.</summary>
    public string OpenWords { get; init; } = AnswerWords.Unsure;

    /// <summary>The word on the link while there is no value.</summary>
    public string OpenAct { get; init; } = "Answer";

    /// <summary>The word on the link.</summary>
    public string Act => Value is null ? OpenAct : "Change";
}
