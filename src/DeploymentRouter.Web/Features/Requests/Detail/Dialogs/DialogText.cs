using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Features.Requests.Detail.Files;

namespace DeploymentRouter.Web.Features.Requests.Detail.Dialogs;

/// <summary>What a dialog asks, what it tells, and what its two buttons answer.</summary>
/// <param name="Keep">The button that changes nothing.</param>
/// <param name="Act">The button that names the act.</param>
public sealed record DialogText(string Title, string Lede, string Keep, string Act)
{
    public static DialogText None { get; } = new("", "", "", "");

    public static DialogText Of(Request request, Asked asked)
    {
        var it = $"{RequestNumber.Text(request.Number)} for {request.Customer.Name}";
        var ce = Named.Team(request.Playbook, request.Playbook.CommonStages.Answers.OwnerTeamId);
        var stage = request.Current.Stage;
        return asked.Act switch
        {
            RequestAct.Withdraw => new($"Withdraw {it}?", "Everybody on the request sees it. The history stays, and it can be reopened.", "Keep it open", "Withdraw"),
            RequestAct.Reopen => new($"Reopen {it}?", $"It goes on in {stage.Name}, where it was.", "Leave it withdrawn", "Reopen"),
            RequestAct.Hold => new($"Put {it} on hold?", "The clock stands still until somebody resumes it.", "Go on working", "Put on hold"),
            RequestAct.Return => new($"Return {it}?", "The team that handed it over gets it back, with what you write.", "Keep it", "Return"),
            RequestAct.Appeal => new($"Appeal the decline of {it}?", $"{request.LastDecline?.By.Name ?? "Somebody"} declined it. The lead of the team decides again; if the lead declined it or is absent, another of the team.", "Do not appeal", "Appeal"),
            RequestAct.Decline => new($"Decline {it}?", $"It returns to {ce} with your reason. {ce} can appeal, re-route, override or close it.", "Do not decline", "Decline"),
            RequestAct.SendBack => new($"Send {it} back?", "The stage before gets it again, with your note and what to look at.", "Keep it here", "Send back"),
            RequestAct.Pin => new($"Pin {it} first?", $"It goes first in the queue of {Named.Team(request.Playbook, request.Current.TeamId)} until that team has decided. Its priority stays as it is, and everybody reads your reason.", "Leave it where it is", "Pin it"),
            RequestAct.Override => new($"Override the strategy of {it}?", $"The rules say {Named.Strategy(request.Playbook, request.Decision.Outcome) ?? "nothing yet"}; that stays visible beside your choice.", "Follow the rules", "Override"),
            RequestAct.Assign => new($"Who takes {it}?", $"Somebody of {Named.Team(request.Playbook, request.Current.TeamId)}, which has the ball.", "Leave it as it is", "Assign"),
            RequestAct.WithdrawReading => new($"Withdraw this reading of {request.Customer.Name}?", "It stays in the list with your reason and counts no longer. Record the right one afterwards.", "Keep it", "Withdraw the reading"),
            RequestAct.ClearOver => new($"Clear “over the limit” for {request.Customer.Name}?", "Readings so far no longer make it over. The next one above the limit does.", "Leave it over", "Clear it"),
            RequestAct.ChangeCustomer => new($"What is known of {request.Customer.Name}", "Everybody on the request sees the change.", "Leave it as it is", "Save the changes"),
            RequestAct.Answer => new(Question(request, asked.SubjectId!), WhyAnswer(request), "Leave it as it is", "Save the answer"),
            RequestAct.Detach => new($"Remove {AttachmentsView.NameOf(request, asked.SubjectId!)}?", "Nobody can open it from here any more. The history keeps that it was there.", "Keep it", "Remove"),
            RequestAct.AskForOperation => request.PossibleOperations.FirstOrDefault(one => one.Id == asked.SubjectId) is { } operation ? Ask(request, operation) : None,
            RequestAct.CompleteOperation => new($"“{request.OpenOperation?.Operation.Name}” is done?", $"Everybody on {it} sees it, and it leaves the queue.", "Not yet", "It is done"),
            RequestAct.DeclineOperation => new($"Decline “{request.OpenOperation?.Operation.Name}”?", $"{request.OpenOperation?.Entry.By.Name} asked for it and reads your reason.", "Do not decline", "Decline"),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Act, "This act asks nothing."),
        };
    }

    private static DialogText Ask(Request request, Operation operation) => new(
        $"{operation.Name}: {request.Customer.Name}?",
        $"{operation.Help} {Named.Team(request.Playbook, operation.CarriedOutByTeamId)} gets it into its queue.".TrimStart(),
        "Leave it as it is",
        operation.Name);

    private static string Question(Request request, string id) => request.Playbook.Question(id).Wording;

    private static string WhyAnswer(Request request) => request.StrategyId is null
        ? $"{RequestNumber.Text(request.Number)} for {request.Customer.Name} goes on as soon as the answers decide."
        : $"{RequestNumber.Text(request.Number)} for {request.Customer.Name} stays where it is until somebody re-routes it.";
}
