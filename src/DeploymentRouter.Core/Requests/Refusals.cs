using System.Globalization;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Requests;

/// <summary>Every refusal there is, each worded once: what stands in the way, who can, what to do.</summary>
public static partial class Refusals
{
    private const int MaxNamed = 80;

    public static Refusal NotYourStage(string stage, string teams) =>
        new(nameof(NotYourStage), $"{stage} belongs to {teams}. Ask them, or comment.");

    public static Refusal NotYourQuestion(string question, string team) =>
        new(nameof(NotYourQuestion), $"“{question}” is answered by {team}.");

    public static Refusal NotYourAct(string act, string team) =>
        new(nameof(NotYourAct), $"{team} can {act}. Comment to ask for it.");

    public static Refusal NotATeamMember(string person, string team) =>
        new(nameof(NotATeamMember), $"{person} is not in {team}, which has the ball. Choose somebody from {team}.");

    public static Refusal NotThisKindOfStage(string stage, string act) =>
        new(nameof(NotThisKindOfStage), $"{stage} is not a stage that you {act}.");

    public static Refusal StageDropped(string stage) =>
        new(nameof(StageDropped), $"The playbook in force has no stage {stage} any more. Re-route the request: it starts its strategy anew.");

    public static Refusal PlaybookReplaced() =>
        new(nameof(PlaybookReplaced), "Another playbook was put in force just now. Look at the answers again, and then send them.");

    public static Refusal AcceptFirst(string stage, string team) =>
        new(nameof(AcceptFirst), $"{stage} was handed to {team} and is not accepted yet. Accept it, or return it with a reason.");

    public static Refusal NothingOffered() =>
        new(nameof(NothingOffered), "No hand-over waits for an answer here.");

    public static Refusal AlreadyOffered(string team) =>
        new(nameof(AlreadyOffered), $"Already offered to {team}. They accept or return it.");

    public static Refusal CriteriaOpen(IReadOnlyList<Lack> criteria) =>
        new(nameof(CriteriaOpen), Unticked(criteria)) { Lacks = criteria };

    /// <param name="lacks">At least one field; criteria that are open as well are named behind them.</param>
    public static Refusal FieldsMissing(IReadOnlyList<Lack> lacks)
    {
        var fields = $"Fill in first: {string.Join(", ", lacks.Where(lack => lack.Kind is LackKind.Field).Select(lack => lack.Text))}.";
        List<Lack> criteria = [.. lacks.Where(lack => lack.Kind is LackKind.Criterion)];
        return new(nameof(FieldsMissing), criteria.Count == 0 ? fields : $"{fields} {Unticked(criteria)}") { Lacks = lacks };
    }

    public static Refusal FieldInvalid(string problem) => new(nameof(FieldInvalid), problem);

    public static Refusal UnknownItem(string what) =>
        new(nameof(UnknownItem), $"This stage has no {Short(what)}. Reload the page: the playbook may have changed.");

    public static Refusal UnknownQuestion(string id) =>
        new(nameof(UnknownQuestion), $"The playbook asks no question “{Short(id)}”. Reload the page: it may have changed.");

    public static Refusal AnswerInvalid(string problem) => new(nameof(AnswerInvalid), problem);

    public static Refusal TextNeeded(string what) => new(nameof(TextNeeded), $"Write {what}. The others read it.");

    public static Refusal TextTooLong(int maximum) =>
        new(nameof(TextTooLong), string.Create(CultureInfo.InvariantCulture, $"Shorten the text to {maximum:N0} characters."));

    public static Refusal TextUnreadable() => new(nameof(TextUnreadable), TextCheck.UnreadableSentence);

    public static Refusal NothingSentBack() => new(nameof(NothingSentBack), "Nothing was sent back here.");

    public static Refusal NotAsked(string what) => new(nameof(NotAsked), $"The reviewer did not ask for “{Short(what)}”. Change it by itself.");

    public static Refusal AskedTwice(string id) => new(nameof(AskedTwice), $"“{id}” is named twice. Name it once.");

    public static Refusal AnswerWhatIsAsked(string person) =>
        new(nameof(AnswerWhatIsAsked), $"Answer what {person} asked. It goes back with your answers.");

    public static Refusal UnknownReason() => new(nameof(UnknownReason), "Choose a reason from the list.");

    public static Refusal AlreadyPinned(string person) =>
        new(nameof(AlreadyPinned), $"{person} has pinned it already. Unpin it first to give another reason.");

    public static Refusal NotPinned() => new(nameof(NotPinned), "This request is not pinned.");

    public static Refusal BandwidthInvalid(int most) =>
        new(nameof(BandwidthInvalid), string.Create(CultureInfo.InvariantCulture, $"Enter a number from 0 to {most}, or leave it empty."));

    public static Refusal OnHold(string reason) => new(nameof(OnHold), $"On hold: {Sentence(reason)} Resume it first.");

    public static Refusal NotOnHold() => new(nameof(NotOnHold), "This request is not on hold.");

    public static Refusal HoldDateInPast() => new(nameof(HoldDateInPast), "Choose a date after today, or leave it empty.");

    public static Refusal AlreadyDelivered() =>
        new(nameof(AlreadyDelivered), "This request is delivered. Comment on it, or open a new request.");

    public static Refusal AlreadyWithdrawn() => new(nameof(AlreadyWithdrawn), "This request is withdrawn. Reopen it first.");

    public static Refusal NotWithdrawn() => new(nameof(NotWithdrawn), "Only a withdrawn request can be reopened.");

    public static Refusal NotDeclined() => new(nameof(NotDeclined), "Only a declined request can be appealed.");

    public static Refusal StillUndecided() =>
        new(nameof(StillUndecided), "The outcome still hangs on open answers. Answer them, or override with a reason.");

    public static Refusal NothingToReroute(string strategy) =>
        new(nameof(NothingToReroute), $"The answers lead to {strategy}, where the request already is. Change an answer first.");

    public static Refusal SameStrategy(string strategy) =>
        new(nameof(SameStrategy), $"The request already follows {strategy}. Choose another strategy.");

    public static Refusal DifferentPersonNeeded(string person) =>
        new(nameof(DifferentPersonNeeded), $"{person} declined this. After an appeal a different person of the team decides.");

    public static Refusal DecidedByLead(string lead, string team) =>
        new(nameof(DecidedByLead), $"The appeal is decided by {lead}, who leads {team}.");

    public static Refusal NothingChanged() => new(nameof(NothingChanged), "Nothing is different from what is stored.");

    public static Refusal NothingToUndo() =>
        new(nameof(NothingToUndo), "Nothing to undo: the last act is not yours, or it cannot be taken back.");

    public static Refusal TooLateToUndo(int minutes) =>
        new(nameof(TooLateToUndo), string.Create(CultureInfo.InvariantCulture, $"Acts can be undone for {minutes} minutes. Use the other acts to correct it."));

    public static Refusal NoInstanceYet(string act) =>
        new(nameof(NoInstanceYet), $"{act}: there is no instance yet.");

    public static Refusal OperationOpen(string open, string team, string askers) =>
        new(nameof(OperationOpen), $"“{open}” is open. {team} has to finish it first, or {askers} to withdraw it.");

    public static Refusal NoOperationOpen() => new(nameof(NoOperationOpen), "No operation is open. Reload the page: somebody may have ended it.");

    public static Refusal AlreadyTaken(string person) => new(nameof(AlreadyTaken), $"{person} has taken it already.");

    public static Refusal InstanceGone() => new(nameof(InstanceGone), "The instance is torn down. Open a new request for another one.");

    public static Refusal NotATrial() => new(nameof(NotATrial), "The instance is not a trial.");

    public static Refusal AlreadySuspended() => new(nameof(AlreadySuspended), "The instance is suspended already.");

    public static Refusal NotSuspended() => new(nameof(NotSuspended), "The instance is not suspended.");

    public static Refusal OftenEnough(string operation, int most) =>
        new(nameof(OftenEnough), string.Create(CultureInfo.InvariantCulture, $"“{operation}” is possible {(most == 1 ? "once" : $"{most} times")}, and that has been done."));

    public static Refusal ExtensionOutOfReach(DateOnly first, DateOnly last) => new(
        nameof(ExtensionOutOfReach), string.Create(CultureInfo.InvariantCulture, $"Choose a last day from {first:ddd d MMM yyyy} to {last:ddd d MMM yyyy}."));

    public static Refusal NotConfirmed(string wanted) => new(nameof(NotConfirmed), $"Type “{wanted}” to confirm that this is the one.");

    public static Refusal FileWithoutName() => new(nameof(FileWithoutName), "The file has no name that can be kept. Rename it and try again.");

    public static Refusal FileEmpty() => new(nameof(FileEmpty), "The file is empty.");

    public static Refusal FileTooLarge() => new(nameof(FileTooLarge), "A file has at most 20 MB. Put it where the customer’s files are kept, and add a link to it.");

    public static Refusal FileKindNotTaken(string kinds) => new(nameof(FileKindNotTaken), $"This kind of file is not taken. These are: {kinds}.");

    public static Refusal FileIsNotWhatItSays(string name, string extension) =>
        new(nameof(FileIsNotWhatItSays), $"{name} is not what a file ending in {extension} should be. Save it anew from the program it comes from.");

    public static Refusal SameFileThere(string name) => new(nameof(SameFileThere), $"{name} is attached already, with the same content.");

    public static Refusal TooManyFiles(int most) =>
        new(nameof(TooManyFiles), string.Create(CultureInfo.InvariantCulture, $"A request has at most {most} files. Remove one, or pack several into a ZIP file."));

    public static Refusal FilesTooLarge() => new(nameof(FilesTooLarge), "The files of a request have at most 200 MB together. Remove one, or add a link instead.");

    public static Refusal TooMuchRemoved() =>
        new(nameof(TooMuchRemoved), "Files of a request have at most 500 MB together, those included that were removed within a day. Add a link instead, or try again tomorrow.");

    public static Refusal TooManyLinks(int most) =>
        new(nameof(TooManyLinks), string.Create(CultureInfo.InvariantCulture, $"A request has at most {most} links. Remove one first."));

    public static Refusal NotAttached() => new(nameof(NotAttached), "It is not attached any more.");

    // What a program names may be of any length, and a sentence repeats it.
    private static string Short(string named) => Wording.Beginning(named, MaxNamed);

    private static string Unticked(IReadOnlyList<Lack> criteria) =>
        $"Not done yet: {string.Join("; ", criteria.Select(lack => lack.Text))}. Tick {(criteria.Count == 1 ? "it" : "them")} first.";

    // What people write ends without a full stop as often as with one.
    private static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
}
