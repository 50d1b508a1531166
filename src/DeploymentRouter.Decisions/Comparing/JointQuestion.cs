using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Comparing;

/// <summary>A question of at least one of two rule sets, with the answers that either takes.</summary>
internal sealed class JointQuestion
{
    private JointQuestion(Question question, AnswerClasses[] parts, bool[] takenBefore, bool[] takenAfter)
    {
        Question = question;
        TakenBefore = takenBefore;
        TakenAfter = takenAfter;
        var taken = takenBefore.Zip(takenAfter, (before, after) => before || after).ToArray();
        Before = new JointClasses(parts, 0, taken);
        After = new JointClasses(parts, parts.Length - 1, taken);
    }

    public Question Question { get; }

    /// <summary>As the old rules read it.</summary>
    public AnswerClasses Before { get; }

    /// <summary>As the new rules read it.</summary>
    public AnswerClasses After { get; }

    /// <summary>Which classes the old rules take; all, when they do not have the question.</summary>
    public bool[] TakenBefore { get; }

    public bool[] TakenAfter { get; }

    /// <param name="tests">Of both rule sets.</param>
    /// <exception cref="TooManyClassesException">The classes are too many.</exception>
    public static JointQuestion Of(Question? before, Question? after, IReadOnlyCollection<UnaryTest> testsBefore, IReadOnlyCollection<UnaryTest> testsAfter)
    {
        if (before is null || after is null)
        {
            var only = AnswerClasses.Of((before ?? after)!.Domain, before is null ? testsAfter : testsBefore);
            return new JointQuestion((before ?? after)!, [only], All(only, true), All(only, true));
        }
        if (JointDomain.Of(before.Domain, after.Domain) is { } domain)
        {
            UnaryTest[] tests = [.. testsBefore, .. testsAfter, .. JointDomain.Limits(before.Domain), .. JointDomain.Limits(after.Domain)];
            var classes = AnswerClasses.Of(domain, tests);
            return new JointQuestion(after, [classes], TakenBy(before.Domain, classes), TakenBy(after.Domain, classes));
        }
        var (old, now) = (AnswerClasses.Of(before.Domain, testsBefore), AnswerClasses.Of(after.Domain, testsAfter));
        return new JointQuestion(after, [old, now], [.. All(old, true), .. All(now, false)], [.. All(old, false), .. All(now, true)]);
    }

    private static bool[] TakenBy(Domain domain, AnswerClasses classes)
    {
        var taken = All(classes, true);
        foreach (var limit in JointDomain.Limits(domain))
        {
            var passing = classes.Passing(limit);
            var wanted = !JointDomain.IsForbidding(domain, limit);
            for (var c = 0; c < taken.Length; c++)
                taken[c] &= passing[c] == wanted;
        }
        return taken;
    }

    private static bool[] All(AnswerClasses classes, bool value)
    {
        var all = new bool[classes.Count];
        Array.Fill(all, value);
        return all;
    }
}
