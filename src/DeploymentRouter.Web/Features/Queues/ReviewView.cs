using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Queues;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Requests;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>What a reviewer reads before deciding, the weightiest first.</summary>
/// <param name="Sent">How it got here: "sent by", "filed by".</param>
/// <param name="Strategy">Null while undecided.</param>
/// <param name="Facts">The form that was sent, and what is known of the customer.</param>
public sealed record ReviewView(
    string Number, string Sent, Actor By, DateTime At, string? Strategy, string FactsTitle, IReadOnlyList<FilledField> Facts)
{
    private static readonly string[] SizeQuestions = ["users_full", "repos_full"];

    public static ReviewView Of(Request request)
    {
        var since = request.Current.OfferedAt ?? request.Current.StartedAt;
        var arrival = request.History.Last(entry => entry.At <= since && (entry.What.Starts() is not null || entry.What is Opened or Offered));
        var filed = request.Visits.Count == 1;
        var form = request.Visits.Select(visit => visit.Stage).LastOrDefault(stage => FilledField.Of(stage, request.Form).Any());
        var customer = CustomerView.Of(request.Customer);
        FilledField[] filled = form is null ? [] : [.. FilledField.Of(form, WithoutPriority(request))];
        return new ReviewView(
            RequestNumber.Text(request.Number),
            filed ? "filed by" : "sent by",
            arrival.By,
            arrival.At,
            Named.Strategy(request.Playbook, request.StrategyId),
            form?.Name ?? "Customer",
            [.. filled, .. Size(request), .. customer.Where(fact => fact.Href is null || filled.All(field => field.Href != fact.Href))]);
    }

    // What only counts for the priority is read there.
    private static Dictionary<string, string> WithoutPriority(Request request) => request.Form
        .Where(field => !PriorityFacts.IsFrom(field.Key, request.Playbook.Priority))
        .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<FilledField> Size(Request request)
    {
        string[] sizes =
        [
            .. from id in SizeQuestions
               let question = request.Playbook.Questions.FirstOrDefault(q => q.Id == id)
               where question is not null && request.Answers[id] is NumberAnswer
               select string.Create(CultureInfo.InvariantCulture, $"{((NumberAnswer)request.Answers[id]!).Value:N0} {question.Unit}"),
        ];
        return sizes.Length == 0 ? [] : [new FilledField("Size", string.Join(", ", sizes), null)];
    }
}
