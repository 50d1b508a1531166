using System.Collections.Frozen;

namespace DeploymentRouter.Decisions.Encoding;

/// <summary>Classes of single choices; yes/no counts as a choice of two.</summary>
internal sealed class ChoiceClasses : AnswerClasses
{
    public static readonly IReadOnlyList<string> NoYes = ["no", "yes"];

    private readonly IReadOnlyList<string> values;
    private readonly FrozenDictionary<string, int> indexes;
    private readonly int[] classes;
    private readonly Answer[] examples;
    private readonly int[] weights;
    private readonly bool isYesNo;

    public ChoiceClasses(IReadOnlyList<string> values, IEnumerable<UnaryTest> tests, Func<string, Answer> answer)
    {
        this.values = values;
        indexes = values.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        classes = new int[values.Count];
        foreach (var mask in tests.Select(MaskOf).Distinct())
            Split(mask);
        examples = [.. classes.Distinct().Order().Select(c => answer(values[Array.IndexOf(classes, c)]))];
        isYesNo = examples[0] is YesNoAnswer;
        weights = [.. classes.CountBy(c => c).OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    public override int Count => examples.Length;

    public override int ClassOf(Answer answer) => answer switch
    {
        ChoiceAnswer choice when !isYesNo => indexes.TryGetValue(choice.Value, out var index) ? classes[index] : NotAnAnswer,
        YesNoAnswer yesNo when isYesNo => classes[yesNo.Value ? 1 : 0],
        _ => NotAnAnswer,
    };

    public override UInt128 Weight(int answerClass) => (UInt128)weights[answerClass];

    public override Answer Example(int answerClass) => examples[answerClass];

    // One choice is as far from another as from the next: the first in display order is as good as any.
    public override Answer Nearest(int answerClass, Answer from) => examples[answerClass];

    public override IReadOnlyList<StepUp> StepsUp() =>
        examples is [YesNoAnswer, YesNoAnswer] ? [new StepUp(0, 1, examples[0], examples[1])] : [];

    public override Formula Describe(string questionId, ReadOnlySpan<bool> classes)
    {
        var inside = new List<string>();
        var outside = new List<string>();
        for (var i = 0; i < values.Count; i++)
            (classes[this.classes[i]] ? inside : outside).Add(values[i]);
        return new AnswerTest(questionId, inside.Count <= outside.Count + 1 ? new IsOneOf(inside) : new IsNoneOf(outside));
    }

    public override bool[] Passing(UnaryTest test)
    {
        var mask = MaskOf(test);
        var passing = new bool[Count];
        for (var i = 0; i < classes.Length; i++)
            passing[classes[i]] |= (mask >> i & 1) != 0;
        return passing;
    }

    // One more test cuts each class into those that pass and those that do not; classes stay numbered by first value.
    private void Split(ulong mask)
    {
        var renamed = new Dictionary<(int, bool), int>();
        for (var i = 0; i < classes.Length; i++)
        {
            var key = (classes[i], (mask >> i & 1) != 0);
            if (!renamed.TryGetValue(key, out var name))
                renamed.Add(key, name = renamed.Count);
            classes[i] = name;
        }
    }

    private ulong MaskOf(UnaryTest test) => test switch
    {
        IsOneOf one => MaskOf(one.Values),
        IsNoneOf none => ~MaskOf(none.Values),
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    private ulong MaskOf(IReadOnlyList<string> values) =>
        values.Aggregate(0UL, (mask, value) => mask | 1UL << indexes[value]);
}
