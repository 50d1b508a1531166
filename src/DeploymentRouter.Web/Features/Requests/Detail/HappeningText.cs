using System.Globalization;
using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using static DeploymentRouter.Web.Features.Requests.Detail.Piece;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What happened, as the rest of a sentence that begins with who did it: "Wren Lanternby" "took it".</summary>
public static class HappeningText
{
    private const int NamesAtMost = 3;

    public static IReadOnlyList<Piece> Of(HistoryEntry entry, Request request)
    {
        var playbook = request.Playbook;
        return entry.What switch
        {
            Opened => [new("filed the request")],
            CustomerChanged changed => [new("changed "), .. Changed(ChangedFacts(changed.Customer, FactsBefore(entry, request)))],
            AnswersChanged changed => Answers(changed, playbook),
            Overridden overridden => [new("chose "), Strong(Named.Strategy(playbook, overridden.StrategyId)!), new($" over the computed strategy: {Named.Reason(playbook.OverrideReasons, overridden.ReasonCode)}")],
            StageStarted started => Stage(started, entry, request),
            Assigned { To: null, Why: { } why } => [new($"found nobody to assign it to: {why}")],
            Assigned { To: { } to, Why: { } why } => [new("had it assigned in turn to "), Strong(to.Name), new($": {why}")],
            AskAssigned { To: { } to } asked => [new("had it assigned in turn to "), Strong(to.Name), new(" of "), Team(playbook, asked.TeamId), new($": {asked.Why}")],
            AskAssigned asked => [new("found nobody of "), Team(playbook, asked.TeamId), new($" to assign it to: {asked.Why}")],
            Assigned { To: null } => [new("gave it back to the team")],
            Assigned { To: { } to } when to.PersonId == entry.By.PersonId => [new("took it")],
            Assigned { To: { } to } => [new("assigned it to "), Strong(to.Name)],
            CriterionTicked { IsTicked: true } ticked => [new("ticked "), Strong(ticked.Text)],
            CriterionTicked ticked => [new("took back the tick of "), Strong(ticked.Text)],
            FormSaved saved => [new("filled in "), .. Names([.. saved.Values.Keys.Select(id => Named.Field(playbook, id))])],
            Offered offered => [new("offered it to "), Team(playbook, offered.ToTeamId)],
            Accepted accepted => [new("accepted it from "), Team(playbook, accepted.FromTeamId), .. After(entry, request)],
            Returned returned => [new("returned it to "), Team(playbook, returned.ToTeamId)],
            SentBack sent => [new("sent it back"), .. LookAt(sent, playbook)],
            Replied => [new("answered what was asked")],
            Declined declined => [new("declined it: "), Strong(Named.Reason(playbook.DeclineReasons, declined.ReasonCode))],
            Appealed { Decider: { } decider } => [new("appealed the decline, and "), Strong(decider.Name), new(" decides")],
            Appealed => [new("appealed the decline")],
            Pinned pinned => [new("pinned it first in the queue of "), Team(playbook, pinned.TeamId)],
            Unpinned => [new("unpinned it")],
            Held { Until: { } until } held => [new("put it on hold until "), Strong(until.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)), .. Reason(held, playbook)],
            Held held => [new("put it on hold"), .. Reason(held, playbook)],
            Resumed => [new("resumed it")],
            Withdrawn => [new("withdrew it")],
            Reopened => [new("opened it again")],
            Delivered => [new("brought it to its end: it is delivered")],
            Commented => [new("commented")],
            FileAttached file => [new("attached "), Strong(file.Name)],
            FileRemoved removed => [new("removed "), Attached(removed.Attached, request)],
            LinkAdded link => [new("added a link to "), Strong(link.Title.Length > 0 ? link.Title : FilledField.LinkText(link.Url))],
            LinkRemoved removed => [new("removed "), Attached(removed.Attached, request)],
            StatusShared shared => [new("shared the status by a link until "), Strong(shared.Until.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture))],
            StatusUnshared => [new("revoked a link to the status")],
            ReadingRecorded read => [new("recorded a reading of "), Strong(OutlookWords.Day(read.On)), new($": {OutlookWords.Number(read.Users)} users, {OutlookWords.Number(read.Repositories)} repositories ({read.Source})")],
            ReadingWithdrawn withdrawn => [new("withdrew the reading of "), .. ReadingNamed(withdrawn, request)],
            OverCleared => [new("cleared "), Strong("Over the limit")],
            AnswersConfirmed confirmed => [new("confirmed "), .. Names([.. confirmed.QuestionIds.Select(id => Named.Question(playbook, id))])],
            OperationAsked asked => [new("asked for "), Operation(entry.Number, asked, request), new(asked.Until is { } last ? $" until {last.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}" : "")],
            OperationTaken taken => [new("took "), Operation(taken.Asked, request)],
            OperationDone done => [new("carried out "), Operation(done.Asked, request)],
            OperationDeclined declined => [new("declined "), Operation(declined.Asked, request)],
            OperationWithdrawn withdrawn => [new("withdrew "), Operation(withdrawn.Asked, request)],
            Undone undone => [new("took back: "), .. Of(request.History[undone.FirstEntry - 1], request)],
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.What, "No sentence for this kind of entry."),
        };
    }

    private static IEnumerable<Piece> Reason(Held held, Playbook playbook) =>
        held.ReasonCode is { } code ? [new(": "), Strong(Named.Reason(playbook.HoldReasons, code))] : [];

    /// <summary>What was written with it, to be shown as a quote; null: nothing.</summary>
    public static string? Said(Happening what) => what switch
    {
        Commented commented => commented.Text,
        OperationAsked asked => asked.Reason,
        OperationDone { Note.Length: > 0 } done => done.Note,
        OperationDeclined declined => declined.Reason,
        Overridden overridden => overridden.Text,
        Returned returned => returned.Reason,
        SentBack sent => sent.Reason,
        Replied { Text.Length: > 0 } replied => replied.Text,
        Declined declined => declined.Text,
        Appealed appealed => appealed.Text,
        Pinned pinned => pinned.Reason,
        Held held => held.Reason,
        Withdrawn withdrawn => withdrawn.Reason,
        Reopened reopened => reopened.Reason,
        ReadingWithdrawn withdrawn => withdrawn.Reason,
        OverCleared cleared => cleared.Reason,
        AnswersChanged changed when changed.Changes.Select(c => c.Note).OfType<string>().ToList() is { Count: > 0 } notes => string.Join("\n", notes),
        _ => null,
    };

    private static IEnumerable<Piece> ReadingNamed(ReadingWithdrawn withdrawn, Request request) =>
        request.History[withdrawn.Entry - 1].What is ReadingRecorded read
            ? [Strong(OutlookWords.Day(read.On)), new($": {OutlookWords.Number(read.Users)} users, {OutlookWords.Number(read.Repositories)} repositories")]
            : [new("a day")];

    private static List<Piece> Answers(AnswersChanged changed, Playbook playbook)
    {
        var pieces = new List<Piece>();
        foreach (var change in changed.Changes)
        {
            if (pieces.Count > 0) pieces.Add(new("; "));
            var question = playbook.Questions.FirstOrDefault(q => q.Id == change.QuestionId);
            string Label(Decisions.Answer answer) => question is null ? "another value" : Wording.Label(question, answer);
            var name = Strong(question?.Label ?? change.QuestionId);
            pieces.AddRange((change.Before, change.After) switch
            {
                (null, { } after) => [new("answered "), name, new($": {Label(after)}")],
                ({ } before, { } after) when Equals(before, after) => [new("changed the note to "), name],
                ({ } before, { } after) => [new("changed "), name, new($" from {Label(before)} to {Label(after)}")],
                _ => [new("opened "), name, new(" again")],
            });
        }

        return pieces;
    }

    private static Piece Attached(int entry, Request request) => request.History[entry - 1].What switch
    {
        FileAttached file => Strong(file.Name),
        LinkAdded link => Strong(link.Title.Length > 0 ? link.Title : FilledField.LinkText(link.Url)),
        _ => Strong("an attachment"),
    };

    // One that was taken back is not among the request's operations.
    private static Piece Operation(int number, OperationAsked? asked, Request request) => Strong(
        request.Operations.FirstOrDefault(run => run.Number == number) is { } run ? $"“{run.Operation.Name}”"
        : asked is not null ? $"“{Named.Operation(request.Playbook, asked.OperationId, request.StrategyId)}”"
        : "an operation");

    private static Piece Operation(int number, Request request) => Operation(number, request.History[number - 1].What as OperationAsked, request);

    private static List<Piece> Stage(StageStarted started, HistoryEntry entry, Request request)
    {
        var (playbook, name) = (request.Playbook, Strong(Named.Stage(request.Playbook, started.StageId, started.StrategyId)));
        List<Piece> with = [new(" to "), Team(playbook, started.TeamId), new(" for "), name];
        var before = request.History.Take(entry.Number - 1).Select(e => e.What.Starts()).LastOrDefault(one => one is not null);
        return started.Before switch
        {
            StageEnd.Rerouted => [new("re-routed it"), .. started.StrategyId is null ? [] : (Piece[])[new(" to "), Strong(Named.Strategy(playbook, started.StrategyId)!)], new(", which goes"), .. with],
            StageEnd.Completed when before is not null => [new("finished "), Strong(Named.Stage(playbook, before.StageId, before.StrategyId)), new(" and passed it"), .. with],
            _ => [new("passed it"), .. with],
        };
    }

    private static IEnumerable<Piece> LookAt(SentBack sent, Playbook playbook)
    {
        string[] items = [.. sent.QuestionIds.Select(id => Named.Question(playbook, id)), .. sent.FieldIds.Select(id => Named.Field(playbook, id))];
        return items.Length == 0 ? [] : [new(", to look at "), .. Names(items)];
    }

    private static IEnumerable<Piece> After(HistoryEntry entry, Request request)
    {
        var offer = request.History.Take(entry.Number - 1).LastOrDefault(e => e.What is Offered or StageStarted { AwaitsAcceptance: true });
        return offer is null ? [] : [new($" after {Web.Components.Parts.SpanText.InList(entry.At - offer.At)}")];
    }

    private static CustomerFacts FactsBefore(HistoryEntry entry, Request request) => request.History.Take(entry.Number - 1)
        .Select(e => e.What is Opened opened ? opened.Customer : (e.What as CustomerChanged)?.Customer)
        .OfType<CustomerFacts>().Last();

    // What the reader does not see is not named.
    private static IEnumerable<Piece> Changed(List<string> facts) => facts.Count == 0 ? [new("the customer’s facts")] : Names(facts);

    private static List<string> ChangedFacts(CustomerFacts after, CustomerFacts before) =>
        [.. new (string Name, bool Differs)[]
        {
            ("customer name", after.Name != before.Name),
            ("opportunity", after.OpportunityLink != before.OpportunityLink),
            ("engagement", after.Engagement != before.Engagement),
            ("ARR", after.ArrUsd != before.ArrUsd),
            ("addressable market", after.AddressableMarketUsd != before.AddressableMarketUsd),
            ("needed by", after.NeededBy != before.NeededBy),
            ("contract close", after.ContractClose != before.ContractClose),
            ("notes", after.Notes != before.Notes),
        }.Where(fact => fact.Differs).Select(fact => fact.Name)];

    private static IEnumerable<Piece> Names(IReadOnlyList<string> names)
    {
        var shown = names.Take(NamesAtMost).ToList();
        if (names.Count > NamesAtMost) shown.Add($"{names.Count - NamesAtMost} more");
        return shown.SelectMany((name, i) => i == 0 ? [Strong(name)] : new[] { new Piece(i == shown.Count - 1 ? " and " : ", "), Strong(name) });
    }
}
