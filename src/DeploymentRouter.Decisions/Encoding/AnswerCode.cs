namespace DeploymentRouter.Decisions.Encoding;

/// <summary>Turns answers into one class per diagram level; a level without an answer is open.</summary>
internal sealed class AnswerCode
{
    public const int Open = -1;

    private readonly Dictionary<string, int> levels;
    private readonly (string Id, int Level)[] byId;

    /// <param name="questions">In the order of the levels.</param>
    /// <param name="classes">In the order of the levels.</param>
    public AnswerCode(Question[] questions, AnswerClasses[] classes)
    {
        Questions = questions;
        Classes = classes;
        levels = questions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        byId = [.. levels.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    public Question[] Questions { get; }

    public AnswerClasses[] Classes { get; }

    public int Levels => Questions.Length;

    /// <summary>How many classes each level has.</summary>
    public int[] Arities() => Array.ConvertAll(Classes, classes => classes.Count);

    /// <summary>The level of a question, or null for an unknown one.</summary>
    public int? LevelOf(string questionId) => levels.TryGetValue(questionId, out var level) ? level : null;

    /// <summary>False when the answers have a fault; then <paramref name="given"/> is of no use.</summary>
    public bool TryEncode(AnswerSet answers, Span<int> given)
    {
        given.Fill(Open);
        var ids = answers.Ids;
        var next = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            // Both sides are in ordinal order of the ids: one pass over them instead of one search for each.
            while (next < byId.Length && !string.Equals(byId[next].Id, ids[i], StringComparison.Ordinal))
                next++;
            if (next == byId.Length)
                return false;
            var level = byId[next++].Level;
            if ((given[level] = Classes[level].ClassOf(answers.Answers[i])) == AnswerClasses.NotAnAnswer)
                return false;
        }
        return true;
    }

    /// <summary>Of the answers in some classes of a level, the nearest to <paramref name="from"/>; and the formula of them all, or of its kind alone where they are too many to join.</summary>
    public (Answer Nearest, Formula Becomes) NearestOf(int level, ReadOnlySpan<bool> classes, Answer from)
    {
        var nearest = (Distance: long.MaxValue, Class: 0, Answer: from);
        for (var c = 0; c < classes.Length; c++)
        {
            if (!classes[c])
                continue;
            var answer = Classes[level].Nearest(c, from);
            if (AnswerDistance.Between(answer, from) is var distance && distance < nearest.Distance)
                nearest = (distance, c, answer);
        }
        var told = classes;
        if (classes.Count(true) > ExplanationLimits.MaxKinds)
        {
            var one = new bool[classes.Length];
            one[nearest.Class] = true;
            told = one;
        }
        return (nearest.Answer, Classes[level].Describe(Questions[level].Id, told));
    }
}
