using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Tests.Features.Requests;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>Requests on which an act is possible for somebody, one with each team that can come to it.</summary>
internal static class Situations
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    private static AnswerSet WatchAnswers { get; } = OneClickAnswers
        .With("users_full", new NumberAnswer(45_000)).With("wants_production_quickly", new YesNoAnswer(true))
        .With("users_initial", new NumberAnswer(8_000)).With("repos_initial", new NumberAnswer(1_000));

    public static RequestWalk WithCe() => Filed(JointAnswers);

    public static RequestWalk CloudForm() => Filed(CloudAnswers);

    public static RequestWalk CloudFormReady() => CloudForm().FillsForm(Wren);

    public static RequestWalk Building() => Filed(OneClickAnswers);

    public static RequestWalk CloudReview() => CloudFormReady().Does((r, now) => r.Complete(Wren, now));

    public static RequestWalk Provisioning() => CloudReview().Does((r, now) => r.Complete(Skye, now));

    public static RequestWalk Provisioned() => Provisioning().FillsForm(Skye).Ticks(Skye);

    public static RequestWalk KickOff() => InQualification().Does((r, now) => r.Complete(Bram, now));

    public static RequestWalk KickOffReady() => KickOff().Ticks(Bram);

    public static RequestWalk Planning() => HandedToTpm().Does((r, now) => r.Accept(Felix, now));

    public static RequestWalk Planned() => Planning().Ticks(Felix);

    public static RequestWalk OfferedToIe() => Planned().Does((r, now) => r.Complete(Felix, now));

    public static RequestWalk TpmHandsOver() => OfferedToIe().Does((r, now) => r.Accept(Bram, now)).Ticks(Bram)
        .Does((r, now) => r.Complete(Bram, now)).Does((r, now) => r.Accept(Felix, now)).FillsForm(Felix);

    public static RequestWalk OfferedToTam() => BeforeOffer().Does((r, now) => r.Offer(Wren, now));

    public static RequestWalk Watched() => Filed(WatchAnswers).FillsForm(Wren).Ticks(Wren).Does((r, now) => r.Complete(Wren, now))
        .FillsForm(Wren).Does((r, now) => r.Offer(Wren, now)).Does((r, now) => r.Accept(Hazel, now));

    public static RequestWalk Read(RequestWalk walk) => walk.Later(TimeSpan.FromDays(3)).Does((r, now) => r.RecordReading(Day, 100, 500, "Licence report", Hazel, now));

    public static RequestWalk WatchReady() => Read(Watched()).FillsForm(Hazel);

    public static RequestWalk Engaged() => WatchReady().Does((r, now) => r.Complete(Hazel, now)).FillsForm(Hazel).Does((r, now) => r.Complete(Hazel, now));

    public static RequestWalk EngagedAndDeclined() => Engaged().Does((r, now) => r.Decline(RequestWalk.Playbook.DeclineReasons[0].Id, "Not yet.", Bram, now));

    public static RequestWalk BackWithin(RequestWalk walk) => walk.Later(TimeSpan.FromDays(3))
        .Does((r, now) => r.RecordReading(Day, 184_000, 500, "Licence report", Hazel, now))
        .Does((r, now) => r.RecordReading(Day.AddDays(1), 100, 500, "Licence report", Hazel, now));

    public static RequestWalk SentBack(RequestWalk walk, Person by) => walk.Does((r, now) => r.SendBack("Look again.", [], [], by, now));

    public static RequestWalk Held(RequestWalk walk) => walk.Does((r, now) => r.PutOnHold("They are away.", null, Wren, now));

    public static RequestWalk Pinned(RequestWalk walk, Person by) => walk.Does((r, now) => r.PinFirst("They wait.", by, now));

    public static RequestWalk LeadsElsewhere() => InQualification().Does((r, now) => r.ChangeAnswers(
        new Dictionary<string, Answer?>(StringComparer.Ordinal) { ["cluster_required"] = new YesNoAnswer(false) }, new Dictionary<string, string>(StringComparer.Ordinal), Wren, now));

    public static RequestWalk Suspending() => TrialRunning().Does((r, now) => r.AskFor("suspend", "They asked.", null, new Dictionary<string, string>(StringComparer.Ordinal), "", Wren, now));

    public static RequestWalk Linked(RequestWalk walk, Person by) => walk.Does((r, now) => r.AddLink("Plan", "https://docs.example/plan", by, now));

    public static RequestWalk Withdrawn() => InQualification().Does((r, now) => r.Withdraw("They went elsewhere.", Wren, now));
}
