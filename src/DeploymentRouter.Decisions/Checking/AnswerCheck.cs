using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Checking;

internal static class AnswerCheck
{
    public static IReadOnlyList<Fault> Run(AnswerCode code, AnswerSet answers)
    {
        var faults = new List<Fault>();
        foreach (var (questionId, answer) in answers.ByQuestion)
        {
            if (FaultOf(code, questionId, answer) is { } message)
                faults.Add(new($"answers.{questionId}", message));
        }
        return faults;
    }

    private static string? FaultOf(AnswerCode code, string questionId, Answer answer)
    {
        if (code.LevelOf(questionId) is not { } level)
            return $"There is no question '{questionId}'.";
        if (code.Classes[level].ClassOf(answer) != AnswerClasses.NotAnAnswer)
            return null;
        return $"{questionId} takes {AnswerText.Describe(code.Questions[level].Domain)}, not {AnswerText.Write(answer)}.";
    }
}
