using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Changing;

/// <summary>Parts a box of changes by the open questions that the outcome then still hangs on.</summary>
internal sealed class OpenAfterwards(Decider decider, int[] given, int[] changing)
{
    private readonly bool nothingIsOpen = !given.Contains(AnswerCode.Open);

    /// <summary>The parts of a box, those with least left open first. A box of too many changes stays whole, with what is open after <paramref name="nearest"/>.</summary>
    public IEnumerable<(bool[][] Box, IReadOnlyList<Question> Open)> Parts(bool[][] box, Func<bool[][], int[]> nearest)
    {
        if (nothingIsOpen)
            return [(box, [])];
        if (box.Aggregate(1L, (size, side) => Math.Min(size * side.Count(inside => inside), int.MaxValue)) > ExplanationLimits.MaxKinds)
            return [(box, OpenAfter(nearest(box)))];
        var parts = new Dictionary<string, (BoxList Boxes, IReadOnlyList<Question> Open)>(StringComparer.Ordinal);
        foreach (var classes in Combinations(box))
        {
            var open = OpenAfter(classes);
            var key = string.Join(',', open.Select(question => question.Id));
            if (!parts.TryGetValue(key, out var part))
                parts.Add(key, part = (new BoxList(), open));
            part.Boxes.Add([.. box.Select((side, level) => Only(classes[level], side.Length))]);
        }
        return parts.Values.SelectMany(part => part.Boxes.Select(one => (one, part.Open))).OrderBy(part => part.Open.Count);
    }

    private IReadOnlyList<Question> OpenAfter(int[] classes)
    {
        var after = given.ToArray();
        for (var i = 0; i < changing.Length; i++)
            after[changing[i]] = classes[i];
        return decider.Decide(after).Open;
    }

    private static IEnumerable<int[]> Combinations(bool[][] box) => box.Aggregate(
        (IEnumerable<int[]>)[[]],
        (all, side) => all.SelectMany(sofar => side.Index().Where(pair => pair.Item).Select(pair => (int[])[.. sofar, pair.Index])));

    private static bool[] Only(int answerClass, int count)
    {
        var only = new bool[count];
        only[answerClass] = true;
        return only;
    }
}
