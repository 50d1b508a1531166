using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Tests.Features.Requests;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;
using static DeploymentRouter.Web.Tests.Permissions.Situations;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>How an act is tried: where, as a page does it, and what a program sends.</summary>
internal sealed record ActTry(RequestAct Act, Func<RequestWalk>[] In, Func<Request, Person, DateTime, Outcome> Page, Func<Request, Person, object?> Body);

internal static class ActTries
{
    private static readonly Dictionary<string, string> NoText = [];

    public static IReadOnlyList<ActTry> All { get; } =
    [
        new(RequestAct.Comment, [InQualification, Live, Declined], (r, by, now) => r.Comment("Hello.", by, now), (_, _) => new { text = "Hello." }),
        new(RequestAct.Attach, [InQualification, Live], (r, by, now) => r.AddLink("Plan", "https://docs.example/plan", by, now), (_, _) => new { title = "Plan", url = "https://docs.example/plan" }),
        new(RequestAct.Detach, [.. Matrix.Roles.Select(role => (Func<RequestWalk>)(() => Linked(InQualification(), Cast.Of(role)))), () => Linked(CloudReview(), Wren), () => Linked(Planning(), Wren), () => Linked(Watched(), Wren)], (r, by, now) => r.Detach(r.Links[^1].Number, by, now), (r, _) => new { entry = r.Links[^1].Number }),
        new(RequestAct.ChangeCustomer, [WithCe, InQualification, Watched], (r, by, now) => r.ChangeCustomer(r.Customer with { Notes = "New." }, by, now), (r, _) => new { name = r.Customer.Name, engagement = "new-production", notes = "New." }),
        new(RequestAct.Answer, [InQualification, CloudForm], (r, by, now) => r.ChangeAnswers(Changed(by), NoText, by, now), (_, by) => new { answers = Changed(by).ToDictionary(pair => pair.Key, pair => Json(pair.Value!)) }),
        new(RequestAct.Reroute, [LeadsElsewhere], (r, by, now) => r.Reroute(by, now), Nothing),
        new(RequestAct.Override, [WithCe, InQualification], (r, by, now) => r.OverrideStrategy("one-click", RequestWalk.Playbook.OverrideReasons[0].Id, "Agreed.", by, now), (_, _) => new { strategy = "one-click", reason = RequestWalk.Playbook.OverrideReasons[0].Id, text = "Agreed." }),
        new(RequestAct.Assign, [WithCe, InQualification, CloudReview, Planning, Watched], (r, by, now) => r.Assign(SomebodyOf(r.OwnerTeamId!), by, now), (r, _) => new { person = SomebodyOf(r.OwnerTeamId!).Id }),
        new(RequestAct.Take, [WithCe, InQualification, CloudReview, Planning, Watched], (r, by, now) => r.Take(by, now), Nothing),
        new(RequestAct.Accept, [TrialOffered, OfferedToIe, HandedToTpm, OfferedToTam], (r, by, now) => r.Accept(by, now), Nothing),
        new(RequestAct.Return, [TrialOffered, OfferedToIe, HandedToTpm, OfferedToTam], (r, by, now) => r.Return("Not yet.", by, now), Reason),
        new(RequestAct.Tick, [Building, Provisioning, KickOff, Planning], (r, by, now) => r.SetTick(r.Current.Stage.ExitCriteria[0].Id, true, by, now), (r, _) => new { criterion = r.Current.Stage.ExitCriteria[0].Id, done = true }),
        new(RequestAct.SaveForm, [CloudForm, Provisioning, Planning, Watched], (r, by, now) => r.SaveForm(Fields(r.Current.Stage.Fields), by, now), (r, _) => new { fields = Fields(r.Current.Stage.Fields) }),
        new(RequestAct.Complete, [CloudFormReady, CloudReview, Provisioned, InQualification, KickOffReady, Planned, WatchReady], (r, by, now) => r.Complete(by, now), Nothing),
        new(RequestAct.Offer, [BeforeOffer, TpmHandsOver], (r, by, now) => r.Offer(by, now), Nothing),
        new(RequestAct.SendBack, [InQualification, CloudReview], (r, by, now) => r.SendBack("Look again.", [], [], by, now), Reason),
        new(RequestAct.Reply, [() => SentBack(InQualification(), Bram), () => SentBack(CloudReview(), Skye), () => SentBack(Engaged(), Bram)], (r, by, now) => r.Reply(new Dictionary<string, Answer?>(StringComparer.Ordinal), NoText, NoText, "Done.", by, now), (_, _) => new { text = "Done." }),
        new(RequestAct.Decline, [InQualification, CloudReview], (r, by, now) => r.Decline(RequestWalk.Playbook.DeclineReasons[0].Id, "No.", by, now), (_, _) => new { reason = RequestWalk.Playbook.DeclineReasons[0].Id, text = "No." }),
        new(RequestAct.Appeal, [Declined], (r, by, now) => r.Appeal("It is not.", by, now), (_, _) => new { text = "It is not." }),
        new(RequestAct.Pin, [WithCe, InQualification, CloudReview, Planning, Watched], (r, by, now) => r.PinFirst("They wait.", by, now), Reason),
        new(RequestAct.Unpin, [() => Pinned(WithCe(), Wren), () => Pinned(InQualification(), Bram), () => Pinned(CloudReview(), Skye), () => Pinned(Planning(), Felix), () => Pinned(Watched(), Hazel)], (r, by, now) => r.Unpin(by, now), Nothing),
        new(RequestAct.Hold, [WithCe, InQualification, CloudReview, Planning, Watched], (r, by, now) => r.PutOnHold("They are away.", null, by, now), Reason),
        new(RequestAct.Resume, [() => Held(InQualification()), () => Held(CloudReview()), () => Held(Planning()), () => Held(Watched())], (r, by, now) => r.Resume(by, now), Nothing),
        new(RequestAct.Withdraw, [InQualification, WithCe, Watched], (r, by, now) => r.Withdraw("Over.", by, now), Reason),
        new(RequestAct.Reopen, [Withdrawn], (r, by, now) => r.Reopen("Again.", by, now), Reason),
        new(RequestAct.Undo, [.. Matrix.Roles.Where(role => role is not "Owner").Select(role => (Func<RequestWalk>)(() => DoneBy(role)))], (r, by, now) => r.Undo(by, now), Nothing),
        new(RequestAct.RecordReading, [Live, Watched, Engaged], (r, by, now) => r.RecordReading(new DateOnly(2026, 11, 5), 120, 500, "Licence report", by, now), (_, _) => new { on = "2026-11-05", users = 120, repositories = 500, source = "Licence report" }),
        new(RequestAct.WithdrawReading, [() => Read(Live()), Engaged], (r, by, now) => r.WithdrawReading(r.Readings[^1].Entry, "Wrong.", by, now), (r, _) => new { entry = r.Readings[^1].Entry, reason = "Wrong." }),
        new(RequestAct.ClearOver, [() => BackWithin(Live()), () => BackWithin(Watched())], (r, by, now) => r.ClearOver("They left.", by, now), Reason),
        new(RequestAct.Engage, [() => Read(Live())], (r, by, now) => r.Engage(new EngagementForm(Fields(r.EngagementFields), Aged(r, now), new Dictionary<string, Answer>(StringComparer.Ordinal)), by, now), (r, _) => new { fields = Fields(r.EngagementFields), confirmed = Aged(r, DateTime.UtcNow) }),
        new(RequestAct.WatchAgain, [EngagedAndDeclined], (r, by, now) => r.WatchAgain(by, now), Nothing),
        new(RequestAct.AskForOperation, [TrialOffered], (r, by, now) => r.AskFor("suspend", "They asked.", null, NoText, "", by, now), (_, _) => new { operation = "suspend", reason = "They asked." }),
        new(RequestAct.TakeOperation, [Suspending], (r, by, now) => r.TakeOperation(by, now), Nothing),
        new(RequestAct.CompleteOperation, [Suspending], (r, by, now) => r.CompleteOperation("", by, now), (_, _) => new { note = "" }),
        new(RequestAct.DeclineOperation, [Suspending], (r, by, now) => r.DeclineOperation("No.", by, now), Reason),
        new(RequestAct.WithdrawOperation, [Suspending], (r, by, now) => r.WithdrawOperation(by, now), Nothing),
    ];

    /// <summary>A request whose last act this role did: with the team's own stage where it has one.</summary>
    private static RequestWalk DoneBy(string role) => (role, Cast.Of(role)) switch
    {
        ("CE", var by) => WithCe().Does((r, now) => r.Take(by, now)),
        ("Sales", var by) => CloudForm().Does((r, now) => r.SaveForm(new Dictionary<string, string>(StringComparer.Ordinal) { ["slug"] = "pinwheel" }, by, now)),
        ("Cloud", var by) => CloudReview().Does((r, now) => r.Take(by, now)),
        ("TPM", var by) => Planning().Does((r, now) => r.Take(by, now)),
        ("TAM", var by) => Watched().Does((r, now) => r.Take(by, now)),
        ("Admin", var by) => InQualification().Does((r, now) => r.Assign(Bram, by, now)),
        (_, var by) => InQualification().Does((r, now) => r.Take(by, now)),
    };

    private static RequestWalk TrialOffered() => TrialRunning();

    private static object? Nothing(Request request, Person by) => null;

    private static object Reason(Request request, Person by) => new { reason = "Because." };

    private static Person SomebodyOf(string team) => new[] { "CE", "Cloud", "IE", "TPM", "TAM" }.Select(Cast.Of).Single(person => person.TeamId == team);

    private static Dictionary<string, string> Fields(IEnumerable<FormField> fields) => fields
        .OrderByDescending(field => field.Required).TakeWhile((field, at) => field.Required || at == 0).ToDictionary(field => field.Id, Sample, StringComparer.Ordinal);

    private static string[] Aged(Request request, DateTime now) => [.. request.AgedAnswers(now).Select(aged => aged.QuestionId)];

    // A question of one's own team, or else one of CE's.
    private static Dictionary<string, Answer?> Changed(Person by) => by.TeamId switch
    {
        "cloud" => new(StringComparer.Ordinal) { ["cloud_team_verdict"] = new ChoiceAnswer("will_not_build") },
        "ie" => new(StringComparer.Ordinal) { ["image_restriction_verdict"] = new ChoiceAnswer("workable") },
        _ => new(StringComparer.Ordinal) { ["users_full"] = new NumberAnswer(301) },
    };

    private static object Json(Answer answer) => answer switch
    {
        YesNoAnswer yes => yes.Value,
        NumberAnswer number => number.Value,
        ChoiceAnswer choice => choice.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
