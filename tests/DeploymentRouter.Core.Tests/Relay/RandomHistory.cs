using CsCheck;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Tests.Requests;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Relay;

/// <summary>A request to which people did what they may, at random times. What they may not do is refused and leaves no trace.</summary>
internal static class RandomHistory
{
    private static readonly Person[] People = [Ce, OtherCe, Sales, SmallPlaybook.Cloud, Ie, OtherIe, Tpm, Tam, Admin];
    private static readonly string[] Ways = ["yes", "no", "no", "ask"];
    private static readonly Dictionary<string, string> Filled = new(StringComparer.Ordinal)
    {
        ["tdd"] = "https://docs.example/tdd",
        ["signed_on"] = "2026-10-30",
        ["address"] = "https://a.example",
    };

    private static readonly Dictionary<string, string> Notes = new(StringComparer.Ordinal);

    // The acts that move a request on stand more than once, so that many get far.
    private static readonly Func<Request, Person, Person, DateTime, Outcome>[] Acts =
    [
        (r, by, _, at) => r.SaveForm(Filled.Where(pair => r.Current.Stage.Fields.Any(field => field.Id == pair.Key)).ToDictionary(), by, at),
        (r, by, _, at) => r.Complete(by, at),
        (r, by, _, at) => r.Complete(by, at),
        (r, by, _, at) => r.Accept(by, at),
        (r, by, _, at) => r.Accept(by, at),
        (r, by, _, at) => r.SetTick("met", true, by, at),
        (r, by, _, at) => r.SetTick("signed", true, by, at),
        (r, by, _, at) => r.Offer(by, at),
        (r, by, other, at) => r.Assign(other.TeamId == r.OwnerTeamId ? other : null, by, at),
        (r, by, _, at) => r.Take(by, at),
        (r, by, _, at) => r.Return("Not yet.", by, at),
        (r, by, _, at) => r.SendBack("More, please.", [], [], by, at),
        (r, by, _, at) => r.Decline("too_small", "Too small.", by, at),
        (r, by, _, at) => r.Appeal("Look again.", by, at),
        (r, by, _, at) => r.PutOnHold("A freeze.", null, by, at),
        (r, by, _, at) => r.Resume(by, at),
        (r, by, _, at) => r.Resume(by, at),
        (r, by, _, at) => r.Withdraw("Lost.", by, at),
        (r, by, _, at) => r.Reopen("Won.", by, at),
        (r, by, _, at) => r.Undo(by, at),
        (r, by, _, at) => r.Comment("Hm.", by, at),
        (r, by, _, at) => r.Reroute(by, at),
        (r, by, _, at) => r.OverrideStrategy(r.StrategyId == "cloud" ? "joint" : "cloud", "customer_insists", "They insist.", by, at),
        (r, by, _, at) => r.ChangeAnswers(Change("cloud_allowed", new ChoiceAnswer(Ways[at.Second % Ways.Length])), Notes, by, at),
        (r, by, _, at) => r.ChangeAnswers(Change("cloud_verdict", new YesNoAnswer(at.Second % 2 == 0)), Notes, by, at),
    ];

    /// <summary>The playbook of these requests: targets of every kind in its stages, one of them from a date.</summary>
    public static Playbook Playbook { get; } = Value with
    {
        Strategies = [.. Value.Strategies.Select(strategy => strategy with { Stages = [.. strategy.Stages.Select(Promising)] })],
    };

    /// <summary>Requests, each with the time at which it is looked at: a while after the last act.</summary>
    public static Gen<(Request Request, DateTime Now)> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, Ways.Length - 1],
        CsCheck.Gen.Int[0, 5_000_000],
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, Acts.Length - 1], CsCheck.Gen.Int[-9, 8], CsCheck.Gen.Int[0, 8], CsCheck.Gen.Int[0, 200_000]).Array[0, 150],
        (way, start, steps) => Play(way, start, steps));

    private static (Request, DateTime) Play(int way, int start, (int Act, int Person, int Other, int Seconds)[] steps)
    {
        var now = new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(start);
        var answers = AnswerSet.Empty.With("cloud_allowed", new ChoiceAnswer(Ways[way]));
        var request = Request.Open(Guid.NewGuid(), Playbook, RequestWalk.Facts, answers, Notes, Ce, now).Request!;
        foreach (var (act, person, other, seconds) in steps)
        {
            // Some acts follow at once, some within minutes, some days later.
            now = now.AddSeconds((seconds % 4) switch { 0 => 0, 1 => seconds % 500, _ => seconds });
            // Half of all acts are tried by the team that has it.
            var by = person < 0 && request.OwnerTeamId is { } team ? People.First(one => one.TeamId == team) : People[Math.Max(0, person)];
            Acts[act](request, by, People[other], now);
        }

        return (request, now.AddSeconds(start % 400_000));
    }

    private static Dictionary<string, Answer?> Change(string question, Answer answer) => new(StringComparer.Ordinal) { [question] = answer };

    private static Stage Promising(Stage stage) => stage with
    {
        Targets = stage.Id switch
        {
            "cloud_build" => [On(new OfficeHoursElseWorkingDays(1, 1))],
            "cloud_request" => [On(new WorkingHours(6))],
            "kick_off" => [On(new WorkingDays(7)) with { FromFieldId = "signed_on" }],
            "plan" => [On(new ElapsedHours(30))],
            "hand_over" => [On(new CalendarDays(2))],
            "live" => [On(new EstimateDays(30))],
            _ => stage.Targets,
        },
    };

    private static StageTarget On(TargetDuration duration) => new(duration, "office", null, null, null);
}
