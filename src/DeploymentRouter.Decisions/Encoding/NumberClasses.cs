using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Encoding;

/// <summary>Whole numbers, cut into bands where a test changes; class n is the nth band from below.</summary>
internal sealed class NumberClasses : AnswerClasses
{
    private readonly WholeNumberDomain domain;
    private readonly long[] starts;

    public NumberClasses(WholeNumberDomain domain, IEnumerable<UnaryTest> tests)
    {
        this.domain = domain;
        var cuts = new SortedSet<long> { domain.Minimum };
        foreach (var test in tests)
        {
            foreach (var cut in CutsOf(test))
                cuts.Add(cut);
            if (cuts.Count > RuleSetLimits.MaxAnswerClasses)
                throw new TooManyClassesException();
        }
        starts = [.. cuts];
    }

    public override int Count => starts.Length;

    public override int ClassOf(Answer answer)
    {
        if (answer is not NumberAnswer number || number.Value < domain.Minimum || number.Value > domain.Maximum)
            return NotAnAnswer;
        var found = Array.BinarySearch(starts, number.Value);
        return found >= 0 ? found : ~found - 1;
    }

    public override UInt128 Weight(int answerClass) => (UInt128)((Int128)LastOf(answerClass) - starts[answerClass] + 1);

    public override Answer Example(int answerClass) => new NumberAnswer(starts[answerClass]);

    public override Answer Nearest(int answerClass, Answer from) =>
        new NumberAnswer(Math.Clamp(((NumberAnswer)from).Value, starts[answerClass], LastOf(answerClass)));

    public override IReadOnlyList<StepUp> StepsUp() =>
        [.. starts.Skip(1).Select((start, below) => new StepUp(below, below + 1, new NumberAnswer(start - 1), new NumberAnswer(start)))];

    public override Formula Describe(string questionId, ReadOnlySpan<bool> classes)
    {
        var runs = new List<Formula>();
        for (var band = 0; band < starts.Length; band++)
        {
            if (!classes[band])
                continue;
            var first = band;
            while (band + 1 < starts.Length && classes[band + 1])
                band++;
            runs.Add(new AnswerTest(questionId, Between(starts[first], LastOf(band))));
        }
        return runs.Count == 1 ? runs[0] : new AnyOf(runs);
    }

    public override bool[] Passing(UnaryTest test)
    {
        if (test is IsInRange range)
            return [.. starts.Select(start => !(start < range.Minimum) && !(start > range.Maximum))];
        var listed = NumbersOf(test).ToHashSet();
        return [.. starts.Select(start => listed.Contains(start) == test is IsOneOf)];
    }

    private UnaryTest Between(long first, long last) => first == last
        ? new IsOneOf([NumberText.Write(first)])
        : new IsInRange(first == domain.Minimum ? null : first, last == domain.Maximum ? null : last);

    private long LastOf(int band) => band + 1 < starts.Length ? starts[band + 1] - 1 : domain.Maximum;

    // Where the test changes its mind: the first number that passes or fails after one that does not.
    private IEnumerable<long> CutsOf(UnaryTest test)
    {
        if (test is IsInRange range)
            return Cuts(range.Minimum ?? domain.Minimum, range.Maximum ?? domain.Maximum);
        var numbers = NumbersOf(test).ToHashSet();
        return numbers.SelectMany(number => Cuts(number, number)
            .Where(cut => numbers.Contains(cut) != (cut > domain.Minimum && numbers.Contains(cut - 1))));
    }

    private IEnumerable<long> Cuts(long first, long last)
    {
        yield return first;
        if (last < domain.Maximum)
            yield return last + 1;
    }

    private static IEnumerable<long> NumbersOf(UnaryTest test) =>
        test.ListedValues().Select(text => NumberText.TryRead(text, out var number) ? number : throw new FormatException(text));
}
