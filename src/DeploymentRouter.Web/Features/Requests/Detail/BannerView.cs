using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>The one thing that everybody should know before reading on; at most one, the weightiest.</summary>
/// <param name="Quote">What somebody wrote about it.</param>
/// <param name="LookAt">What to look at again.</param>
/// <param name="Act">The way on, where it is not the stage's own act anyway.</param>
public sealed record BannerView(
    BannerKind Kind, string Title, string Text, string? Quote = null, IReadOnlyList<string>? LookAt = null, IReadOnlyList<OpenQuestion>? Open = null, ActChoice? Act = null)
{
    public static BannerView? Of(Request request, Person person) => request switch
    {
        { State: RequestState.Withdrawn } => Withdrawn(request),
        { Hold: { } hold } => OnHold(request, hold),
        { State: RequestState.Declined, LastDecline: { What: Declined declined } entry } => new BannerView(
            BannerKind.Late,
            $"Declined: {Named.Reason(request.Playbook.DeclineReasons, declined.ReasonCode)}.",
            $"{entry.By.Name} declined it. {Team(request, request.Current.TeamId)} can appeal, re-route after changed answers, override or close it.",
            declined.Text),
        { ToAnswer: { What: SentBack sent } entry } => SentBackBanner(request, sent, entry),
        { ToAnswer: { What: Returned returned } entry } => new BannerView(
            BannerKind.Warn, $"{entry.By.Name} returned the hand-over.", $"{Team(request, request.Current.TeamId)} has it again.", returned.Reason),
        { Current: { AwaitsAcceptance: true, EndedAt: null } visit } => Waits(request, visit.TeamId, visit.StartedAt),
        { Current: { OfferedAt: { } offered, EndedAt: null } visit } => Waits(request, visit.Stage.ReceiverTeamId!, offered),
        { State: RequestState.NeedsInformation } => NeedsInformation(request, person),
        { Override: not null } => Overridden(request),
        { AnswersLeadElsewhere: true } => new BannerView(
            BannerKind.Warn,
            $"The answers now lead to {StageActs.Elsewhere(request)}.",
            $"It stays with {Named.Strategy(request.Playbook, request.StrategyId)} until it is re-routed.",
            Act: new ActChoice(RequestAct.Reroute, "Re-route", request.WhyNot(RequestAct.Reroute, person))),
        { AppealDecider: { } decider, LastDecline: { } entry } => new BannerView(
            BannerKind.Info, "On appeal.", $"{entry.By.Name} declined it; now {decider.Name}, who leads {Team(request, request.Current.TeamId)}, decides."),
        { IsOnAppeal: true, LastDecline: { } entry } => new BannerView(
            BannerKind.Info, "On appeal.", $"{entry.By.Name} declined it; now a different person of {Team(request, request.Current.TeamId)} decides."),
        _ => null,
    };

    /// <summary>What everybody would read if it were declined so: the same banner, made from the same history and one entry more.</summary>
    public static BannerView IfDeclined(Request request, string code, string text, Person by, DateTime now)
    {
        var then = Request.FromHistory(request.Id, request.Number, request.Playbook, request.History);
        if (request.AppealDecider is null) then.LetOthersDecide();
        var reason = request.Playbook.DeclineReasons.FirstOrDefault(one => one.Id == code) ?? request.Playbook.DeclineReasons[0];
        var isWhole = then.Decline(reason.Id, string.IsNullOrWhiteSpace(text) ? "…" : text, by, now).Succeeded;
        var banner = Of(isWhole ? then : request, by) ?? new BannerView(BannerKind.Late, "", "");
        return code.Length == 0 && isWhole ? banner with { Title = "Declined: …" } : banner;
    }

    private static BannerView Withdrawn(Request request)
    {
        var entry = request.History.Last(e => e.What is Core.Requests.History.Withdrawn);
        return new BannerView(BannerKind.Info, "Withdrawn.", $"{entry.By.Name} withdrew it. It can be reopened where it was.", HappeningText.Said(entry.What));
    }

    private static BannerView OnHold(Request request, Held hold)
    {
        var until = hold.Until is { } day ? $" until {day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}" : "";
        var by = request.History.Last(e => ReferenceEquals(e.What, hold)).By.Name;
        return new BannerView(BannerKind.Info, $"On hold{until}.", $"{by} paused it; the clock stands still.", hold.Reason);
    }

    private static BannerView SentBackBanner(Request request, SentBack sent, HistoryEntry entry) => new(
        BannerKind.Warn,
        $"{entry.By.Name} sent it back.",
        $"{Team(request, request.Current.TeamId)} answers this before it goes on.",
        sent.Reason,
        [.. sent.QuestionIds.Select(id => Named.Question(request.Playbook, id)), .. sent.FieldIds.Select(id => Named.Field(request.Playbook, id))]);

    private static BannerView Waits(Request request, string teamId, DateTime since) => new(
        BannerKind.Info,
        $"Waits for {Team(request, teamId)} to accept.",
        string.Create(CultureInfo.InvariantCulture, $"Handed over on {since:ddd d MMM} at {since:HH:mm} UTC; {Team(request, teamId)} accepts it or returns it with a reason."));

    private static BannerView NeedsInformation(Request request, Person person)
    {
        var open = OpenQuestion.Of(request, person);
        var possible = Wording.AndList([.. request.Decision.Possible.Select(id => Named.Strategy(request.Playbook, id)!)]);
        return new BannerView(
            BannerKind.Warn, "Needs information.", $"{Named.Count(open.Count, "open answer decides", "open answers decide")} between {possible}.", Open: open);
    }

    private static BannerView Overridden(Request request)
    {
        var chosen = OverrideView.Of(request)!;
        return new BannerView(
            BannerKind.Info, $"{chosen.By} chose {chosen.Strategy}.", $"The rules say {chosen.Computed}. Reason: {chosen.Reason}.", chosen.Text);
    }

    private static string Team(Request request, string teamId) => Named.Team(request.Playbook, teamId);
}
