namespace DeploymentRouter.Decisions.Encoding;

/// <summary>Turns answers into one class per diagram level; a level without an answer is open.</summary>
internal sealed class AnswerCode
{
    public const int Open = -1;

    private readonly Dictionary<string, int> levels;

    /// <param name="questions">In the order of the levels.</param>
    /// <param name="classes">In the order of the levels.</param>
    public AnswerCode(Question[] questions, AnswerClasses[] classes)
    {
        Questions = questions;
        Classes = classes;
        levels = questions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
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
        var found = 0;
        for (var level = 0; level < Questions.Length; level++)
        {
            given[level] = Open;
            if (answers[Questions[level].Id] is not { } answer)
                continue;
            given[level] = Classes[level].ClassOf(answer);
            if (given[level] == AnswerClasses.NotAnAnswer)
                return false;
            found++;
        }
        return found == answers.ByQuestion.Count;
    }
}
