using System.Diagnostics.CodeAnalysis;
using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Comparing;

internal static class JointQuestions
{
    /// <summary>The questions of both rule sets in the order of the levels; false with a fault where they or their answers are too many.</summary>
    public static bool TryMake(
        RuleSetDefinition before, RuleSetDefinition after,
        [NotNullWhen(true)] out JointQuestion[]? questions, [NotNullWhen(false)] out Fault? fault)
    {
        (questions, fault) = (null, null);
        var (old, now) = (Questions(before), Questions(after));
        var (testsBefore, testsAfter) = (TestsOf(before), TestsOf(after));
        var joint = new List<JointQuestion>();
        foreach (var id in VariableOrder.Of(after).Concat(VariableOrder.Of(before)).Select(question => question.Id).Distinct(StringComparer.Ordinal))
        {
            var (one, other) = (old.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if (one is not null && other is not null && JointDomain.HasTooManyValues(one.Domain, other.Domain))
                fault = new Fault($"questions.{id}.values", $"The values before and after are together more than {RuleSetLimits.MaxValues}.");
            else if (joint.Count == RuleSetLimits.MaxQuestions)
                fault = new Fault("questions", $"The questions before and after are together more than {RuleSetLimits.MaxQuestions}.");
            if (fault is not null)
                return false;
            try
            {
                joint.Add(JointQuestion.Of(one, other, [.. testsBefore[id]], [.. testsAfter[id]]));
            }
            catch (TooManyClassesException tooMany)
            {
                fault = new Fault($"questions.{id}", tooMany.Message);
                return false;
            }
        }
        questions = [.. joint];
        return true;
    }

    private static Dictionary<string, Question> Questions(RuleSetDefinition definition) =>
        definition.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);

    private static ILookup<string, UnaryTest> TestsOf(RuleSetDefinition definition) => CodeFactory.TestsIn(definition, []);
}
