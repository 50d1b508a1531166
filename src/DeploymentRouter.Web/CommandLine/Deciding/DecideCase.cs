using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.CommandLine.Deciding;

/// <summary>One line of input, read: a case to decide, or what is wrong with it.</summary>
/// <param name="Id">As given; null: it has none that can be read.</param>
/// <param name="Answers">Null when there is an error.</param>
/// <param name="Error">What is wrong and what would be right; null: nothing.</param>
public readonly record struct DecideCase(string? Id, AnswerSet? Answers, string? Error)
{
    public static DecideCase TooLong { get; } = new(null, null, $"The line is longer than {InputLines.MaxLength} bytes; send fewer at a time.");
}
