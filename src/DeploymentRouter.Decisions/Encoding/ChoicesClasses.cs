namespace DeploymentRouter.Decisions.Encoding;

/// <summary>Classes of sets of choices.</summary>
internal sealed class ChoicesClasses : AnswerClasses
{
    private static readonly ChoicesTest AnythingTaken = new(~0UL, 0, true);

    private readonly AnyOfDomain domain;
    private readonly Dictionary<string, int> options;
    private readonly ChoicesAutomaton automaton;
    private readonly UnaryTest[] tests;
    private readonly ChoicesAutomaton.State[] classes;
    private readonly int[] classOfEnd;

    public ChoicesClasses(AnyOfDomain domain, IEnumerable<UnaryTest> tests)
    {
        this.domain = domain;
        this.tests = [.. tests];
        options = domain.Values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var trips = this.tests.Select(TestOf).Select(test => test with { PassesWhenTripped = true });
        // A set without any member must be told apart to be left out.
        if (domain.Minimum > 0)
            trips = trips.Append(AnythingTaken);
        automaton = new ChoicesAutomaton(domain.Values.Count, [.. trips.Distinct()]);
        classes = [.. automaton.Ends.Where(end => IsTaken(end.Example))];
        var next = 0;
        classOfEnd = [.. automaton.Ends.Select(end => IsTaken(end.Example) ? next++ : NotAnAnswer)];
    }

    public override int Count => classes.Length;

    public override int ClassOf(Answer answer)
    {
        if (answer is not ChoicesAnswer choices)
            return NotAnAnswer;
        var taken = 0UL;
        // By index: enumerating an immutable set costs more than all the rest.
        for (var i = 0; i < choices.Values.Count; i++)
        {
            if (!options.TryGetValue(choices.Values[i], out var option))
                return NotAnAnswer;
            taken |= 1UL << option;
        }
        return IsTaken(taken) ? classOfEnd[automaton.Run(taken)] : NotAnAnswer;
    }

    public override UInt128 Weight(int answerClass) => classes[answerClass].Sets;

    public override Answer Example(int answerClass) => Choices(classes[answerClass].Example);

    public override Answer Nearest(int answerClass, Answer from)
    {
        var taken = 0UL;
        foreach (var value in ((ChoicesAnswer)from).Values)
            taken |= 1UL << options[value];
        return Choices(automaton.Nearest(taken, Array.IndexOf(classOfEnd, answerClass)));
    }

    public override IReadOnlyList<StepUp> StepsUp() =>
    [
        .. automaton.PairsOneApart()
            .Select(pair => (Less: classOfEnd[pair.Less], More: classOfEnd[pair.More], pair.From, pair.To))
            .Where(pair => pair.Less != NotAnAnswer && pair.Less != pair.More)
            .Select(pair => new StepUp(pair.Less, pair.More, Choices(pair.From), Choices(pair.To))),
    ];

    public override Formula Describe(string questionId, ReadOnlySpan<bool> classes) =>
        new ChoicesWording(questionId, domain, tests, this).Of(classes.ToArray());

    public override bool[] Passing(UnaryTest test)
    {
        var bits = TestOf(test);
        return Array.ConvertAll(classes, c => bits.Passes(c.Example));
    }

    private ChoicesAnswer Choices(ulong taken) => new([.. domain.Values.Where((_, option) => (taken >> option & 1) != 0)]);

    private bool IsTaken(ulong taken) => domain.Minimum == 0 || taken != 0;

    private ChoicesTest TestOf(UnaryTest test) => ChoicesTest.Of(test, MaskOf);

    private ulong MaskOf(IReadOnlyList<string> values) =>
        values.Aggregate(0UL, (mask, value) => mask | 1UL << options[value]);
}
