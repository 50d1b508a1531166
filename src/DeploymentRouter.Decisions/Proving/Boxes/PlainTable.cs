using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Proving.Boxes;

internal static class PlainTable
{
    /// <summary>The box of each row; null unless rows only join tests, every question is always asked, and there is nothing beside the rows.</summary>
    public static Box[]? BoxesOf(RuleSetDefinition definition, AnswerCode code)
    {
        if (definition.Conditions.Count + definition.Flags.Count > 0 || definition.Questions.Any(question => question.AskedWhen is not null))
            return null;
        var boxes = new Box[definition.Rules.Count];
        foreach (var (row, rule) in definition.Rules.Index())
        {
            var tests = new List<(AnswerTest, bool)>();
            if (!IsPlain(rule.When, tests))
                return null;
            boxes[row] = Box.Of(tests, code);
        }
        return boxes;
    }

    private static bool IsPlain(Formula formula, List<(AnswerTest Test, bool Passes)> tests)
    {
        switch (formula)
        {
            case AnswerTest test:
                tests.Add((test, true));
                return true;
            case Negation { Inner: AnswerTest test }:
                tests.Add((test, false));
                return true;
            case AllOf all:
                return all.Parts.All(part => IsPlain(part, tests));
            default:
                return false;
        }
    }
}
