using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Revisions;

/// <summary>Answers as a hand-written evaluator reads them: of questions it has made sure are asked.</summary>
internal sealed class GivenAnswers(AnswerSet answers)
{
    public bool Yes(string id) => ((YesNoAnswer)answers[id]!).Value;

    public bool Is(string id, params string[] values) => values.Contains(((ChoiceAnswer)answers[id]!).Value);

    public bool Has(string id, params string[] values) => ((ChoicesAnswer)answers[id]!).Values.Overlaps(values);

    public long Number(string id) => ((NumberAnswer)answers[id]!).Value;
}
