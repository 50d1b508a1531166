using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

public enum RelayPlace
{
    Past,
    Now,
    Ahead,
}

/// <summary>One line of the relay: a stay in a stage, or a stage that is still to come.</summary>
/// <param name="Place">Where it stands in time.</param>
/// <param name="WentOn">False for a stay that ended by going back or away: sent back, declined, withdrawn.</param>
/// <param name="ToTeamId">The team that a hand-over goes to.</param>
/// <param name="Note">"offered Mon 2 Nov 13:00, accepted Mon 2 Nov 13:40, after 40 min", "on hold for 6 d", "sent back".</param>
/// <param name="Says">What the duration is made of; empty: it has none yet.</param>
/// <param name="ClockSays">When it is or was due, and why; null: nothing is promised.</param>
public sealed record RelayRow(
    RelayPlace Place,
    bool WentOn,
    string TeamId,
    string TeamName,
    string? ToTeamId,
    string? ToTeamName,
    string Stage,
    string? Person,
    string Dates,
    string Duration,
    ClockLook? Clock,
    string Note,
    string Says,
    string? ClockSays)
{
    public static IEnumerable<RelayRow> Past(Request request, RelayLedger ledger, DateTime now)
    {
        foreach (var visit in request.Visits)
        {
            var runs = visit.EndedAt is null;
            var clock = StageClock.Of(visit, request.Form, request.Playbook, now);
            yield return Row(
                request,
                visit.Stage,
                visit.TeamId,
                runs ? RelayPlace.Now : RelayPlace.Past,
                visit.End is null or StageEnd.Completed,
                visit.Assignee?.Name,
                runs ? $"since {WhenText.Date(visit.StartedAt, now)}" : DatesOf(visit, now),
                SpanText.InList((visit.EndedAt ?? now) - visit.StartedAt),
                runs && clock is not null ? ClockLook.Of(clock, now) : null,
                RelayNotes.Of(request, visit, clock, now)) with
            {
                Says = ledger.Segments.Where(segment => segment.Visit == visit).ToList() is { Count: > 0 } stay ? LedgerText.Of(request.Playbook, stay) : "",
                ClockSays = clock?.Sentence,
            };
        }
    }

    /// <summary>The stages of the plan that come after the current one; none once it is over or while it is undecided.</summary>
    public static IEnumerable<RelayRow> Future(Request request, DateTime now)
    {
        if (request.Current.EndedAt is not null || request.Current.StrategyId is null) yield break;
        var clock = StageClock.Of(request.Current, request.Form, request.Playbook, now);
        var isNext = true;
        foreach (var stage in request.Plan.SkipWhile(stage => stage.Id != request.Current.Stage.Id).Skip(1))
        {
            var dates = isNext && clock is not null && clock.Due.At > now ? $"about {WhenText.Date(clock.Due.At.AddTicks(-1), now)}" : "";
            yield return Row(request, stage, stage.OwnerTeamId, RelayPlace.Ahead, true, null, dates, "", null, "");
            isNext = false;
        }
    }

    private static string DatesOf(StageVisit visit, DateTime now)
    {
        var (from, to) = (WhenText.Date(visit.StartedAt, now), WhenText.Date(visit.EndedAt!.Value, now));
        return from == to ? from : $"{from} – {to}";
    }

    private static RelayRow Row(
        Request request, Stage stage, string teamId, RelayPlace place, bool wentOn, string? person, string dates, string duration, ClockLook? clock, string note)
    {
        var receiver = stage.Kind is StageKind.HandOver ? stage.ReceiverTeamId : null;
        return new RelayRow(
            place,
            wentOn,
            teamId,
            Named.Team(request.Playbook, teamId),
            receiver,
            receiver is null ? null : Named.Team(request.Playbook, receiver),
            stage.Name,
            person,
            dates,
            duration,
            clock,
            note,
            "",
            null);
    }
}
