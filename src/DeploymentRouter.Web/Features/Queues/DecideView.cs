using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Requests;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>What can be decided at the foot of the review, by whoever looks.</summary>
/// <param name="Primary">What moves the request on; null: nothing does, and <paramref name="WhyNot"/> says why.</param>
/// <param name="WithNote">Acts that need the note.</param>
/// <param name="Others">Acts that ask for more in a dialog.</param>
/// <param name="Question">A question of this team with a button for each value; null: none, or it needs more than a button.</param>
/// <param name="NoteTo">Who reads the note.</param>
/// <param name="NoteFor">What the note is needed for.</param>
public sealed record DecideView(
    ActChoice? Primary,
    IReadOnlyList<ActChoice> WithNote,
    IReadOnlyList<ActChoice> Others,
    PlaybookQuestion? Question,
    string? WhyNot,
    string NoteTo,
    string NoteFor)
{
    public static DecideView Of(Request request, Person person)
    {
        var acts = ActsView.Of(request, person);
        ActChoice[] beside = [.. acts.Beside.Where(choice => choice.Act is not (RequestAct.Take or RequestAct.Assign))];
        var question = acts.Primary?.Act is RequestAct.Answer ? Asked(request, person) : null;
        return new DecideView(
            // Resuming is a button of its own at the top.
            acts.Primary?.Act is RequestAct.Resume ? null : acts.Primary,
            [.. beside.Where(NeedsNote)],
            [.. beside.Where(choice => !NeedsNote(choice))],
            question,
            acts.Primary?.Act is RequestAct.Resume ? "It is on hold. Resume it to go on." : acts.WhyNot,
            beside.Any(choice => choice.Act is RequestAct.Return) ? Giver(request) : question is not null ? "everybody on the request" : "CE and Sales",
            question is not null ? NotesNeeded(question) : string.Join(" and ", beside.Where(NeedsNote).Select(choice => choice.Label.ToLowerInvariant())));
    }

    /// <summary>Whether there is anything for which a note could be written.</summary>
    public bool TakesNote => WithNote.Count > 0 || Question is not null;

    private static bool NeedsNote(ActChoice choice) => choice.Act is RequestAct.Decline or RequestAct.SendBack or RequestAct.Return;

    private static PlaybookQuestion? Asked(Request request, Person person) => OpenQuestion.Of(request, person)
        .Where(open => open.IsMine)
        .Select(open => request.Playbook.Question(open.QuestionId))
        .FirstOrDefault(question => question.Domain is YesNoDomain or OneOfDomain);

    private static string Giver(Request request) => Named.Team(
        request.Playbook, request.Current.AwaitsAcceptance && request.Visits.Count > 1 ? request.Visits[^2].TeamId : request.Current.TeamId);

    private static string NotesNeeded(PlaybookQuestion question) => string.Join(
        " and ", question.Values.Where(value => question.NoteNeededFor.Contains(value.Id, StringComparer.Ordinal)).Select(value => $"“{value.Label}”"));
}
