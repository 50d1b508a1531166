using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Comparing;

/// <summary>The answers that two rule sets take to one question, cut into classes that neither tells apart, read with the eyes of one of them.</summary>
/// <param name="parts">The classes of one domain that holds both; or of two, numbered one after the other, where the question has changed its kind.</param>
/// <param name="reader">The part whose tests this rule set has.</param>
/// <param name="taken">The classes that at least one of the two takes. A domain that holds both may hold more.</param>
internal sealed class JointClasses(AnswerClasses[] parts, int reader, bool[] taken) : AnswerClasses
{
    public override int Count => parts.Sum(part => part.Count);

    public override int ClassOf(Answer answer)
    {
        var first = 0;
        foreach (var part in parts)
        {
            var found = part.ClassOf(answer);
            if (found != NotAnAnswer && taken[first + found])
                return first + found;
            first += part.Count;
        }
        return NotAnAnswer;
    }

    public override UInt128 Weight(int answerClass) =>
        taken[answerClass] ? PartOf(answerClass, out var inside).Weight(inside) : UInt128.Zero;

    public override Answer Example(int answerClass) => PartOf(answerClass, out var inside).Example(inside);

    public override Answer Nearest(int answerClass, Answer from) => Example(answerClass);

    public override IReadOnlyList<StepUp> StepsUp() => parts[reader].StepsUp();

    public override Formula Describe(string questionId, ReadOnlySpan<bool> classes)
    {
        var first = parts[..reader].Sum(part => part.Count);
        return parts[reader].Describe(questionId, classes.Slice(first, parts[reader].Count));
    }

    public override bool[] Passing(UnaryTest test) =>
        [.. parts.SelectMany((part, index) => index == reader ? part.Passing(test) : new bool[part.Count])];

    private AnswerClasses PartOf(int answerClass, out int inside)
    {
        var part = 0;
        for (inside = answerClass; inside >= parts[part].Count; part++)
            inside -= parts[part].Count;
        return parts[part];
    }
}
