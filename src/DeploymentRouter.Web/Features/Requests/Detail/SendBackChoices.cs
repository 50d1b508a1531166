using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What a reviewer may ask again: open answers, those that carry the decision, the rest, and the form of the stage before.</summary>
public sealed record SendBackChoices(IReadOnlyList<SendBackChoice> Questions, IReadOnlyList<SendBackChoice> Fields)
{
    public static SendBackChoices Of(Request request)
    {
        var (playbook, decision) = (request.Playbook, request.Decision);
        if (request.Plan.TakeWhile(stage => stage.Id != request.Current.Stage.Id).LastOrDefault() is not { } before) return new([], []);
        var carrying = decision.IsBy(playbook)
            ? playbook.Rules.Carrying(decision.Answers).Select(one => one.Question.Id).ToHashSet(StringComparer.Ordinal)
            : [.. Deciding.RuledOutBefore(request).SelectMany(ruledOut => ruledOut.AnswerIds)];
        return new SendBackChoices(
            [
                .. from question in playbook.Questions
                   where question.AnsweredBy == before.OwnerTeamId && playbook.Rules.AskingOf(question.Id, request.Answers) is not Asking.NotAsked
                   let answer = request.Answers[question.Id]
                   let isFirst = carrying.Contains(question.Id) || (answer is null && decision.OpenQuestions.Contains(question.Id, StringComparer.Ordinal))
                   orderby isFirst descending
                   select new SendBackChoice(question.Id, question.Label, answer is null ? "open" : Wording.Label(question, answer), isFirst),
            ],
            [.. before.Fields.Select(field => new SendBackChoice(field.Id, field.Label, null, IsFirst: false))]);
    }
}

/// <summary>Something to ask again.</summary>
/// <param name="IsFirst">Open, or carries the decision: asked unless the reviewer says otherwise.</param>
public sealed record SendBackChoice(string Id, string Label, string? Answer, bool IsFirst);

/// <summary>What the reviewer has ticked.</summary>
public sealed class SendBackTicks
{
    public HashSet<string> Questions { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Fields { get; } = new(StringComparer.Ordinal);

    public int Count => Questions.Count + Fields.Count;

    /// <summary>Ticks what is asked unless the reviewer says otherwise.</summary>
    public static SendBackTicks Of(SendBackChoices choices)
    {
        var ticks = new SendBackTicks();
        ticks.Questions.UnionWith(choices.Questions.Where(choice => choice.IsFirst).Select(choice => choice.Id));
        return ticks;
    }

    public Outcome SendBack(Request request, string text, Core.People.Person by, DateTime now) =>
        request.SendBack(text, [.. Questions.Order(StringComparer.Ordinal)], [.. Fields.Order(StringComparer.Ordinal)], by, now);

    public static void Toggle(HashSet<string> ticked, string id)
    {
        if (!ticked.Remove(id)) ticked.Add(id);
    }
}
