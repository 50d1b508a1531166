namespace DeploymentRouter.Decisions.Encoding;

/// <summary>Says in tests of the rule language which sets of choices are meant.</summary>
internal sealed class ChoicesWording(string questionId, AnyOfDomain domain, IEnumerable<UnaryTest> tests, AnswerClasses classes)
{
    private readonly Told[] told = [.. tests.Select(test => new Told(test, classes.Passing(test)))];

    public Formula Of(bool[] wanted)
    {
        // One test, or what is left when it fails, says it best; mostly there is one.
        foreach (var one in told)
        {
            if (one.Passing.AsSpan().SequenceEqual(wanted))
                return new AnswerTest(questionId, one.Test);
            if (one.Passing.AsSpan().SequenceEqual(Array.ConvertAll(wanted, c => !c)))
                return Failing(one.Test);
        }
        var each = wanted.Index().Where(pair => pair.Item).Select(pair => OneClass(pair.Index)).ToArray();
        return each.Length == 1 ? each[0] : new AnyOf(each);
    }

    // A class is what passes and fails the same tests. Those that the others imply are left out.
    private Formula OneClass(int answerClass)
    {
        var parts = told.ToList();
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var others = parts.Where((_, other) => other != i).ToList();
            if (others.Count > 0 && TellApart(answerClass, others))
                parts = others;
        }
        var formulas = parts.ConvertAll(one => one.Passing[answerClass] ? new AnswerTest(questionId, one.Test) : Failing(one.Test));
        return formulas.Count == 1 ? formulas[0] : new AllOf(formulas);
    }

    private bool TellApart(int answerClass, List<Told> parts)
    {
        for (var other = 0; other < classes.Count; other++)
        {
            if (other != answerClass && parts.TrueForAll(one => one.Passing[other] == one.Passing[answerClass]))
                return false;
        }
        return true;
    }

    private Formula Failing(UnaryTest test) => test switch
    {
        ContainsAnyOf any => new AnswerTest(questionId, new ContainsNoneOf(any.Values)),
        ContainsNoneOf none => new AnswerTest(questionId, new ContainsAnyOf(none.Values)),
        ContainsOnly only => new AnswerTest(questionId, new ContainsAnyOf([.. domain.Values.Except(only.Values, StringComparer.Ordinal)])),
        _ => new Negation(new AnswerTest(questionId, test)),
    };

    private readonly record struct Told(UnaryTest Test, bool[] Passing);
}
