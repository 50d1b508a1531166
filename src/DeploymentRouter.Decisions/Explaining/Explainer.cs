namespace DeploymentRouter.Decisions.Explaining;

/// <summary>Goes down from a certain claim to the first sentences, or to single answers where nothing has a sentence.</summary>
/// <param name="wider">Knows more answers; asked where these settle a claim only all together. Null: none does.</param>
internal sealed class Explainer(Causes causes, Explainer? wider, ReasonList reasons)
{
    private readonly HashSet<Claim> seen = [];

    public Causes Causes => causes;

    public void Explain(Formula formula, bool holds)
    {
        var rest = new Stack<Claim>([new(formula, holds)]);
        while (rest.TryPop(out var claim))
        {
            if (!seen.Add(claim) || Says(claim))
                continue;
            var below = claim.Formula is AnswerTest test ? BelowTest(test) : causes.Below(claim);
            foreach (var part in below.Reverse())
                rest.Push(part);
            if (below.Count == 0 && claim.Formula is not AnswerTest)
                ExplainJointly(claim);
        }
    }

    private bool Says(Claim claim)
    {
        if (claim.Formula is not NamedCondition named)
            return false;
        var condition = causes.Condition(named.ConditionId);
        if ((claim.Holds ? condition.Holds : condition.Fails) is not { } sentence || !causes.RestOnAnswers(claim))
            return false;
        reasons.AddCondition(condition, claim.Holds, sentence, causes.GivenReadBy(condition.When).Count);
        return true;
    }

    private IReadOnlyList<Claim> BelowTest(AnswerTest test)
    {
        if (causes.NotAskedBy(test) is { } branching)
            return [new(branching, false)];
        if (causes.IsGiven(test))
            reasons.AddAnswer(test.QuestionId);
        return [];
    }

    // No part settles it alone. More answers may show which part does; else all the answers it reads are the reason.
    private void ExplainJointly(Claim claim)
    {
        if (wider is not null)
        {
            wider.Explain(claim.Formula, claim.Holds);
            return;
        }
        foreach (var question in causes.GivenReadBy(claim.Formula))
            reasons.AddAnswer(question.Id);
    }
}
