using DeploymentRouter.Decisions.Compiling;
using DeploymentRouter.Decisions.Deciding;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Explaining;

/// <summary>Finds few given answers that alone rule an outcome out: leaving out any one of them would let it back in.</summary>
internal sealed class Culprits
{
    private readonly Decider decider;
    private readonly int[] inQuestionOrder;

    public Culprits(RuleSetDefinition definition, CompiledRules rules, Decider decider)
    {
        this.decider = decider;
        inQuestionOrder = [.. definition.Questions.Select(question => rules.Code.LevelOf(question.Id)!.Value)];
    }

    /// <summary>The given classes with everything opened that is not needed. The outcome must be impossible under <paramref name="given"/>.</summary>
    public int[] Of(int outcomeRank, int[] given) =>
        Alone(outcomeRank, given) ?? Shrunk(outcomeRank, [.. given]);

    // No answer or a single one is the best explanation; shrinking alone could miss it.
    private int[]? Alone(int outcomeRank, int[] given)
    {
        var alone = new int[given.Length];
        Array.Fill(alone, AnswerCode.Open);
        if (!decider.CanReach(outcomeRank, alone))
            return alone;
        foreach (var level in inQuestionOrder)
        {
            alone[level] = given[level];
            if (!decider.CanReach(outcomeRank, alone))
                return alone;
            alone[level] = AnswerCode.Open;
        }
        return null;
    }

    // Later questions go first: what people were asked early is the more basic reason.
    private int[] Shrunk(int outcomeRank, int[] given)
    {
        foreach (var level in inQuestionOrder.Reverse())
        {
            var answerClass = given[level];
            given[level] = AnswerCode.Open;
            if (decider.CanReach(outcomeRank, given))
                given[level] = answerClass;
        }
        return given;
    }
}
