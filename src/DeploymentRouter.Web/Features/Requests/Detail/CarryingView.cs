using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>The answers that carry a decision, under a heading that says what they do.</summary>
public sealed record CarryingView(string Heading, IReadOnlyList<CarryingAnswerView> Answers)
{
    public static CarryingView Of(Request request, Explanation? explanation)
    {
        if (explanation is null or { Carrying: [] })
        {
            var deciding = CarryingAnswerView.Deciding(request);
            return new CarryingView(DecideIt(request, deciding.Count), deciding);
        }

        return new CarryingView(
            request.Decision.Outcome is null ? "Other answers would let more in" : Carry(explanation.Carrying.Count),
            [.. explanation.Carrying.OrderBy(line => Rank(request.Playbook, line)).Select(line => CarryingAnswerView.Of(request, line))]);
    }

    // What would let in a strategy that the table prefers weighs more than what would take this one away.
    private static int Rank(Playbook playbook, CarryingLine line) => playbook.Rows
        .TakeWhile(row => !line.Otherwise.Any(otherwise => otherwise.StrategyIds.Contains(row.StrategyId, StringComparer.Ordinal)))
        .Count();

    private static string Carry(int count) => count == 1 ? "1 answer carries it" : $"{count} answers carry it";

    private static string DecideIt(Request request, int count) => (request.Decision.Outcome, count) switch
    {
        (null, 0) => "No answer rules anything out yet",
        (null, _) => "What the answers rule out so far",
        (_, 0) => "No single answer carries it",
        (_, 1) => "1 answer decides it",
        _ => $"{count} answers decide it together",
    };
}

/// <summary>An answer, the team that gave it, and what hangs on it.</summary>
/// <param name="By">Who could change it.</param>
/// <param name="Given">Who gave it when, if that was after the request was filed; null: it was filed so.</param>
/// <param name="Says">What other answers would do, or what this one rules out; a sentence each.</param>
public sealed record CarryingAnswerView(
    string Label, string Answer, string By, string TeamId, string TeamName, string? Given, IReadOnlyList<string> Says)
{
    public static CarryingAnswerView Of(Request request, CarryingLine line) =>
        Of(request, line.Question, Wording.Label(line.Question, line.Given), [.. line.Otherwise.Select(otherwise => otherwise.Sentence)]);

    /// <summary>The answers that rule out, by themselves or together, the strategies that the table prefers; as they were stored.</summary>
    public static IReadOnlyList<CarryingAnswerView> Deciding(Request request)
    {
        var ruledOut = Core.Requests.Deciding.RuledOutBefore(request);
        return
        [
            .. from id in ruledOut.SelectMany(out_ => out_.AnswerIds).Distinct(StringComparer.Ordinal)
               let question = request.Playbook.Questions.FirstOrDefault(q => q.Id == id)
               let answer = request.Decision.Answers[id]
               where question is not null && answer is not null
               let names = ruledOut.Where(out_ => out_.AnswerIds.Contains(id, StringComparer.Ordinal)).Select(out_ => Named.Strategy(request.Playbook, out_.StrategyId)!)
               select Of(request, question, Wording.Label(question, answer), [$"Rules out {Wording.AndList([.. names])}."]),
        ];
    }

    private static CarryingAnswerView Of(Request request, PlaybookQuestion question, string answer, IReadOnlyList<string> says) => new(
        question.Label,
        answer,
        Whose.Of(question.Changeable),
        question.AnsweredBy,
        Named.Team(request.Playbook, question.AnsweredBy),
        GivenBy(request, question.Id),
        says);

    private static string? GivenBy(Request request, string questionId)
    {
        var entry = request.History.LastOrDefault(e => e.What is AnswersChanged changed && changed.Changes.Any(change =>
            change.QuestionId == questionId && Equals(change.After, request.Decision.Answers[questionId])));
        return entry is null ? null : FormattableString.Invariant($"{entry.By.Name}, {entry.At:d MMM yyyy}");
    }
}
