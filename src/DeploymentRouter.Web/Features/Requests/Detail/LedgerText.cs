using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Relay;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Explains the figures of the relay, to the minute.</summary>
public static class LedgerText
{
    private const int PausesTold = 3;

    /// <summary>Some segments of one team: how long, from when to when, who, and why it stood still.</summary>
    public static string Of(Playbook playbook, IReadOnlyList<LedgerSegment> stay)
    {
        var minutes = stay.Sum(segment => segment.Minutes);
        var span = $"{Moment(stay[0].From)} to {Moment(stay[^1].Until)} UTC";
        if (stay[0].TeamId is not { } team) return $"Nobody had it for {SpanText.Exact(minutes)}, {span}: it was withdrawn.";
        var office = stay.Sum(segment => segment.OfficeMinutes);
        return string.Join(' ',
            [
                $"{Named.Team(playbook, team)} had it for {SpanText.Exact(minutes)}, {span}; {SpanText.Exact(office)} of it in office hours.",
                .. Persons(stay),
                .. Pauses(playbook, stay),
            ]);
    }

    /// <summary>The whole: that it is the sum, and of what.</summary>
    public static string Total(Playbook playbook, RelayLedger ledger)
    {
        var teams = ledger.Segments.GroupBy(segment => segment.TeamId, StringComparer.Ordinal)
            .Select(team => $"{(team.Key is null ? "nobody" : Named.Team(playbook, team.Key))} {SpanText.Exact(team.Sum(segment => segment.Minutes))}")
            .ToList();
        return $"{SpanText.Exact(ledger.Minutes)} from {Moment(ledger.Segments[0].From)} to {Moment(ledger.Segments[^1].Until)} UTC: {Wording.AndList(teams)}.";
    }

    private static IEnumerable<string> Persons(IReadOnlyList<LedgerSegment> stay)
    {
        var persons = stay.GroupBy(segment => segment.Person?.Name, StringComparer.Ordinal).ToList();
        if (persons is [{ Key: { } only }]) yield return $"{only} had it all the time.";
        else if (persons.Count > 1)
            yield return $"In person: {Wording.AndList([.. persons.Select(person => $"{person.Key ?? "nobody"} {SpanText.Exact(person.Sum(segment => segment.Minutes))}")])}.";
    }

    private static IEnumerable<string> Pauses(Playbook playbook, IReadOnlyList<LedgerSegment> stay)
    {
        var pauses = stay.Where(segment => segment.Pause is not null).GroupBy(segment => segment.Pause).ToList();
        foreach (var pause in pauses.Take(PausesTold))
            yield return $"Its clock stood still for {SpanText.Exact(pause.Sum(segment => segment.Minutes))}: {Reason(playbook, pause.Key!)}";
        if (pauses.Count > PausesTold)
            yield return string.Create(CultureInfo.InvariantCulture, $"It stood still {pauses.Count - PausesTold} more times.");
    }

    private static string Reason(Playbook playbook, Pause pause)
    {
        var text = pause.Code is { } code ? $"{Named.Reason(playbook.HoldReasons, code)}: {pause.Reason}" : pause.Reason;
        return text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
    }

    private static string Moment(DateTime at) => at.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
}
