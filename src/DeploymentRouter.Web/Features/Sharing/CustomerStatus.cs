using System.Globalization;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Web.Features.Sharing;

/// <summary>
/// All that somebody without an account reads of a request: what Sales may show a customer. Each field is chosen in
/// docs/privacy.md; what is not named there is not shown.
/// </summary>
/// <param name="Strategy">By its name; null while undecided.</param>
/// <param name="Headline">What happens now, in the playbook's words for customers.</param>
/// <param name="Since">The day it began.</param>
/// <param name="Due">When it should be done; null: nothing is promised or aimed for.</param>
/// <param name="Stages">The way as customers read it; empty: there is no plan yet, or none any more.</param>
/// <param name="NeededFromThem">Questions that only they can answer.</param>
/// <param name="Sentences">Why this strategy, as far as it speaks of them and not of us.</param>
public sealed record CustomerStatus(
    string Customer,
    string Reference,
    string? Strategy,
    string Headline,
    string Since,
    string? Due,
    IReadOnlyList<CustomerStage> Stages,
    IReadOnlyList<string> NeededFromThem,
    IReadOnlyList<string> Sentences)
{
    public static CustomerStatus Of(Request request, DateTime now) => new(
        request.Customer.Name,
        RequestNumber.Text(request.Number),
        request.StrategyId is { } id ? request.Playbook.Strategy(id).Name : null,
        HeadlineOf(request),
        Day(request.Current.EndedAt ?? request.Current.StartedAt),
        DueOf(request, now),
        CustomerStage.Of(request),
        [.. Needed(request)],
        [.. SentencesOf(request)]);

    /// <summary>A day with its year: the page may be read long after it was made.</summary>
    public static string Day(DateTime at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string HeadlineOf(Request request) => request.State switch
    {
        RequestState.Withdrawn => "This request is closed",
        RequestState.Delivered when request.Current.EndedAt is not null => "It is delivered",
        RequestState.OnHold when request.Hold?.Until is { } until => $"On hold until {until.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}",
        RequestState.OnHold => "On hold",
        _ => CustomerStage.WordsOf(request.Current.Stage),
    };

    private static string? DueOf(Request request, DateTime now)
    {
        if (request.State is not RequestState.InProgress || StageClock.Of(request.Current, request.Form, request.Playbook, now) is not { } clock) return null;
        // The closing time itself is outside: the day before it is the last one.
        var day = Day(clock.Due.At.AddTicks(-1));
        return clock switch
        {
            { Due.IsEstimate: true } => $"About {day}. This is an estimate.",
            { State: ClockState.Late } => $"It was planned for {day} and takes longer than that.",
            _ => $"By {day}.",
        };
    }

    private static IEnumerable<string> Needed(Request request)
    {
        if (request.State is RequestState.Withdrawn or RequestState.Delivered) return [];
        var asked = request.State is RequestState.NeedsInformation ? request.Decision.OpenQuestions
            : request.ToAnswer?.What is SentBack sent ? sent.QuestionIds
            : [];
        return request.Playbook.Questions
            .Where(question => asked.Contains(question.Id, StringComparer.Ordinal) && InShort.IsTheirs(request.Playbook, question))
            .Select(question => question.Wording);
    }

    // Who chose otherwise, and why, is between us; and what other rules than those in force decided, they cannot explain.
    private static IEnumerable<string> SentencesOf(Request request)
    {
        if (request.State is RequestState.Withdrawn) return [];
        if (request.Override is null && !request.AnswersLeadElsewhere && request.Decision.IsBy(request.Playbook))
            return InShort.ForCustomer(request.Playbook, Explanation.Of(request.Playbook, request.Decision.Answers));
        return request.StrategyId is { } id ? [$"We propose {request.Playbook.Strategy(id).Name}."] : [];
    }
}
