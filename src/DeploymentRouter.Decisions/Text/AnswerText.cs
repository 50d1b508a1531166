using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Text;

internal static class AnswerText
{
    /// <summary>An answer as examples in faults show it.</summary>
    public static string Write(Answer answer) => answer switch
    {
        YesNoAnswer yesNo => yesNo.Value ? "yes" : "no",
        ChoiceAnswer choice => choice.Value,
        NumberAnswer number => NumberText.Write(number.Value),
        ChoicesAnswer choices => $"[{string.Join(", ", choices.Values)}]",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    /// <summary>Given classes in words, each by one answer of it.</summary>
    public static string Write(int[] given, AnswerCode code)
    {
        var answers = given.Index().Where(pair => pair.Item != AnswerCode.Open)
            .Select(pair => $"{code.Questions[pair.Index].Id} is {Write(code.Classes[pair.Index].Example(pair.Item))}").ToList();
        return answers.Count > 0 ? string.Join(" and ", answers) : "any answers are given";
    }

    /// <summary>What a question takes, for "takes ..." sentences.</summary>
    public static string Describe(Domain domain) => domain switch
    {
        YesNoDomain => "yes or no",
        OneOfDomain oneOf => $"one of {string.Join(", ", oneOf.Values)}",
        AnyOfDomain { Minimum: > 0 } anyOf => $"a list of at least one of {string.Join(", ", anyOf.Values)}",
        AnyOfDomain anyOf => $"a list of any of {string.Join(", ", anyOf.Values)}",
        WholeNumberDomain number => $"a whole number from {NumberText.Grouped(number.Minimum)} to {NumberText.Grouped(number.Maximum)}",
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };
}
