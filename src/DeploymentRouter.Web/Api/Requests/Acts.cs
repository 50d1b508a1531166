using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>Every act on a request, each a line: its address, what it is told, and the use case behind it.</summary>
internal static class Acts
{
    public static void MapActs(this RouteGroupBuilder request)
    {
        var acts = request.MapGroup("/acts").WithTags("Acts on a request");
        acts.MapAct<TextBody>(RequestAct.Comment, "Comment", (r, b, by, now) => r.Comment(b.Text, by, now));
        acts.MapAct<CustomerBody>(RequestAct.ChangeCustomer, "Change the customer's facts", ChangeCustomerAsync);
        acts.MapAct<AnswersBody>(RequestAct.Answer, "Change answers", (r, b, by, now) => AnswersIn.Read(r.Playbook, b.Answers, out var read) is { } bad ? bad : r.ChangeAnswers(read, b.Notes ?? NoText, by, now));
        acts.MapAct(RequestAct.Reroute, "Go where the answers lead now", (r, by, now) => r.Reroute(by, now));
        acts.MapAct<OverrideBody>(RequestAct.Override, "Choose another strategy than the computed one", (r, b, by, now) => r.OverrideStrategy(b.Strategy, b.Reason, b.Text, by, now));
        acts.MapAct<AssignBody>(RequestAct.Assign, "Assign it to somebody of the owning team, or to nobody", AssignAsync);
        acts.MapAct(RequestAct.Take, "Take it oneself", (r, by, now) => r.Take(by, now));
        acts.MapAct(RequestAct.Accept, "Accept a hand-over", (r, by, now) => r.Accept(by, now));
        acts.MapAct<ReasonBody>(RequestAct.Return, "Return a hand-over", (r, b, by, now) => r.Return(b.Reason, by, now));
        acts.MapAct<TickBody>(RequestAct.Tick, "Tick an exit criterion, or take the tick back", (r, b, by, now) => r.SetTick(b.Criterion, b.Done, by, now));
        acts.MapAct<FormBody>(RequestAct.SaveForm, "Fill in the stage's form", (r, b, by, now) => r.SaveForm(b.Fields, by, now));
        acts.MapAct(RequestAct.Complete, "Complete the stage", (r, by, now) => r.Complete(by, now));
        acts.MapAct(RequestAct.Offer, "Offer the hand-over", (r, by, now) => r.Offer(by, now));
        acts.MapAct<SendBackBody>(RequestAct.SendBack, "Send it back for answers and fields", (r, b, by, now) => r.SendBack(b.Reason, b.Questions ?? [], b.Fields ?? [], by, now));
        acts.MapAct<ReplyBody>(RequestAct.Reply, "Answer what was sent back", (r, b, by, now) => AnswersIn.Read(r.Playbook, b.Answers ?? NoAnswers, out var read) is { } bad ? bad : r.Reply(read, b.Notes ?? NoText, b.Fields ?? NoText, b.Text ?? "", by, now));
        acts.MapAct<DeclineBody>(RequestAct.Decline, "Decline it", (r, b, by, now) => r.Decline(b.Reason, b.Text, by, now));
        acts.MapAct<ReasonBody>(RequestAct.Pin, "Pin it to the top of the queue", (r, b, by, now) => r.PinFirst(b.Reason, by, now));
        acts.MapAct(RequestAct.Unpin, "Unpin it", (r, by, now) => r.Unpin(by, now));
        acts.MapAct<TextBody>(RequestAct.Appeal, "Appeal against a decline", (r, b, by, now) => r.Appeal(b.Text, by, now));
        acts.MapAct<HoldBody>(RequestAct.Hold, "Put it on hold", (r, b, by, now) => r.PutOnHold(b.Reason, b.Until, by, now, b.ReasonCode));
        acts.MapAct(RequestAct.Resume, "Resume it", (r, by, now) => r.Resume(by, now));
        acts.MapAct<ReasonBody>(RequestAct.Withdraw, "Withdraw it", (r, b, by, now) => r.Withdraw(b.Reason, by, now));
        acts.MapAct<ReasonBody>(RequestAct.Reopen, "Reopen it", (r, b, by, now) => r.Reopen(b.Reason, by, now));
        acts.MapAct(RequestAct.Undo, "Take one's last act back", (r, by, now) => r.Undo(by, now));
        acts.MapAct<ReadingBody>(RequestAct.RecordReading, "Record a growth reading", (r, b, by, now) => r.RecordReading(b.On, b.Users, b.Repositories, b.Source, by, now));
        acts.MapAct<WithdrawReadingBody>(RequestAct.WithdrawReading, "Withdraw a growth reading", (r, b, by, now) => r.WithdrawReading(b.Entry, b.Reason, by, now));
        acts.MapAct<ReasonBody>(RequestAct.ClearOver, "Say why readings over the limit need nothing", (r, b, by, now) => r.ClearOver(b.Reason, by, now));
        acts.MapAct<EngageBody>(RequestAct.Engage, "Engage the implementation team", (r, b, by, now) => AnswersIn.Read(r.Playbook, b.Answers ?? NoAnswers, out var read) is { } bad ? bad : r.Engage(b.Form(read), by, now));
        acts.MapAct(RequestAct.WatchAgain, "Go back to watching growth after a decline", (r, by, now) => r.WatchAgain(by, now));
        acts.MapAct<LinkBody>(RequestAct.Attach, "Attach a link; files have an address of their own", (r, b, by, now) => r.AddLink(b.Title, b.Url, by, now));
        acts.MapAct<EntryBody>(RequestAct.Detach, "Remove a file or a link", (r, b, by, now) => r.Detach(b.Entry, by, now));
        acts.MapAct<OperationBody>(RequestAct.AskForOperation, "Ask for an operation on the instance", (r, b, by, now) => r.AskFor(b.Operation, b.Reason, b.Until, b.Fields ?? NoText, b.Confirmation ?? "", by, now));
        acts.MapAct(RequestAct.TakeOperation, "Take the open operation", (r, by, now) => r.TakeOperation(by, now));
        acts.MapAct<NoteBody>(RequestAct.CompleteOperation, "Say that the operation is carried out", (r, b, by, now) => r.CompleteOperation(b.Note ?? "", by, now));
        acts.MapAct<ReasonBody>(RequestAct.DeclineOperation, "Decline the operation", (r, b, by, now) => r.DeclineOperation(b.Reason, by, now));
        acts.MapAct(RequestAct.WithdrawOperation, "Take the asking for an operation back", (r, by, now) => r.WithdrawOperation(by, now));
    }

    private static readonly Dictionary<string, string> NoText = [];
    private static readonly Dictionary<string, System.Text.Json.JsonElement> NoAnswers = [];

    private static Task<Func<Request, Person, DateTime, Outcome>> ChangeCustomerAsync(CustomerBody body, IServiceProvider services, CancellationToken cancel)
    {
        var (playbook, setup) = (services.GetRequiredService<PlaybookInForce>().Current, services.GetRequiredService<RightsSetup>());
        return Task.FromResult<Func<Request, Person, DateTime, Outcome>>((request, by, now) =>
            body.Read(out var facts) is { } bad ? bad
            : Rights.WhyNot(Right.SeeCommercial, by, playbook, setup) is not { } blind ? request.ChangeCustomer(facts!, by, now)
            : body is { ArrUsd: null, AddressableMarketUsd: null } ? request.ChangeCustomer(facts!.WithCommercialOf(request.Customer), by, now)
            : request.WhyNot(RequestAct.ChangeCustomer, by) ?? blind);
    }

    private static async Task<Func<Request, Person, DateTime, Outcome>> AssignAsync(AssignBody body, IServiceProvider services, CancellationToken cancel)
    {
        var to = body.Person is null ? null : await services.GetRequiredService<PeopleDirectory>().FindAsync(body.Person, cancel);
        return body.Person is not null && to is null
            ? (_, _, _) => new Refusal("NoSuchPerson", $"There is nobody called “{body.Person}”. Name somebody by their identifier.")
            : (request, by, now) => request.Assign(to, by, now);
    }
}
