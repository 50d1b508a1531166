using CsCheck;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

/// <summary>Whatever anybody does, in whatever order: the ball is with exactly one team, and hand-overs keep both their times.</summary>
public sealed class RandomActsTests
{
    private const int Histories = 2_000;

    private static readonly DateTime Start = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Person[] Everybody = [Ce, OtherCe, Sales, Cloud, Ie, OtherIe, Tpm, Tam, Admin];

    private static readonly Func<Request, Person, int, DateTime, Outcome>[] Acts =
    [
        (r, by, _, now) => r.Complete(by, now),
        (r, by, _, now) => r.Complete(by, now),
        (r, by, _, now) => r.Offer(by, now),
        (r, by, _, now) => r.Accept(by, now),
        (r, by, _, now) => r.Return("Not yet.", by, now),
        (r, by, n, now) => r.SetTick(r.Current.Stage.ExitCriteria.ElementAtOrDefault(n % 2)?.Id ?? "", n % 7 != 0, by, now),
        (r, by, n, now) => r.SaveForm(r.Current.Stage.Fields.Where(f => f.Kind is FieldKind.Link).ToDictionary(f => f.Id, _ => n % 9 == 0 ? "" : "https://a.example"), by, now),
        (r, by, _, now) => r.SendBack("Which one?", ["cloud_allowed"], [], by, now),
        (r, by, n, now) => r.Reply(new Dictionary<string, Answer?> { ["cloud_allowed"] = new ChoiceAnswer(n % 3 == 0 ? "yes" : "no") }, new Dictionary<string, string>(), new Dictionary<string, string>(), n % 4 == 0 ? "" : "So it is.", by, now),
        (r, by, _, now) => r.Decline("too_small", "Too small.", by, now),
        (r, by, _, now) => r.Appeal("It grows.", by, now),
        (r, by, _, now) => r.PinFirst("Their board meets.", by, now),
        (r, by, _, now) => r.Unpin(by, now),
        (r, by, _, now) => r.PutOnHold("Waits.", null, by, now),
        (r, by, _, now) => r.Resume(by, now),
        (r, by, n, now) => n % 5 == 0 ? r.Withdraw("Lost.", by, now) : Refusals.NothingChanged(),
        (r, by, _, now) => r.Reopen("Won.", by, now),
        (r, by, _, now) => r.Undo(by, now),
        (r, by, n, now) => r.ChangeAnswers(new Dictionary<string, Answer?> { ["cloud_allowed"] = new ChoiceAnswer(n % 2 == 0 ? "yes" : "no") }, new Dictionary<string, string>(), by, now),
        (r, by, _, now) => r.Reroute(by, now),
        (r, by, n, now) => r.OverrideStrategy(n % 2 == 0 ? "joint" : "cloud", "customer_insists", "They insist.", by, now),
    ];

    [Fact]
    public void The_ball_is_with_exactly_one_team_at_each_moment_and_with_who_offers_until_it_is_accepted() =>
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[1, 500]).Array[40, 120].Sample(steps =>
        {
            var request = Filed();
            var now = Start;
            foreach (var (act, who, minutes) in steps)
            {
                now = now.AddMinutes(minutes);
                var before = (Owner: request.OwnerTeamId, request.Current, Offered: request.Current.OfferedAt);
                // Mostly whoever has the ball, so that requests get somewhere; else anybody.
                var by = who % 3 > 0 ? Everybody.FirstOrDefault(one => one.TeamId == request.OwnerTeamId) ?? Ce : Everybody[who % Everybody.Length];
                Acts[act % Acts.Length](request, by, who, now);
                CheckBall(request);
                if (ReferenceEquals(before.Current, request.Current) && before.Offered is not null && request.Current.EndedAt is null)
                    Assert.Equal(before.Owner, request.OwnerTeamId);
            }

            CheckSegments(request, now);
            CheckHandOvers(request);
            var again = Request.FromHistory(request.Id, 1, Value, request.History);
            Assert.Equal((request.OwnerTeamId, request.State, request.Visits.Count, request.Pin), (again.OwnerTeamId, again.State, again.Visits.Count, again.Pin));
        }, iter: Histories);

    private static Request Filed()
    {
        var (request, refusal) = Request.Open(
            Guid.NewGuid(), Value, RequestWalk.Facts, AnswerSet.Empty.With("cloud_allowed", new ChoiceAnswer("no")), new Dictionary<string, string>(), Ce, Start);
        Assert.Null(refusal);
        return request!;
    }

    private static void CheckBall(Request request)
    {
        var isOver = request.State is RequestState.Withdrawn || (request.State is RequestState.Delivered && request.Current.Stage.Kind is not StageKind.OpenEnded);
        Assert.Equal(isOver, request.OwnerTeamId is null);
        Assert.Single(request.Visits, visit => visit.EndedAt is null || (isOver && ReferenceEquals(visit, request.Current)));
        // Offered is not given: until it is accepted, the ball stays with the team of the stage.
        if (request.Current is { OfferedAt: not null, EndedAt: null, Stage.Kind: StageKind.HandOver } offered)
            Assert.Equal((offered.Stage.OwnerTeamId, "tam"), (request.OwnerTeamId, offered.Stage.ReceiverTeamId));
    }

    // Each stay ends where the next begins; nobody has it only between a withdrawal and the reopening.
    private static void CheckSegments(Request request, DateTime now)
    {
        var visits = request.Visits;
        Assert.Equal(request.OpenedAt, visits[0].StartedAt);
        Assert.All(visits.Zip(visits.Skip(1)), pair =>
        {
            Assert.NotNull(pair.First.EndedAt);
            Assert.True(pair.First.EndedAt == pair.Second.StartedAt || (pair.First.End is StageEnd.Withdrawn && pair.First.EndedAt < pair.Second.StartedAt));
        });
        var nobody = visits.Zip(visits.Skip(1)).Aggregate(TimeSpan.Zero, (sum, pair) => sum + (pair.Second.StartedAt - pair.First.EndedAt!.Value));
        var until = visits[^1].EndedAt ?? now;
        Assert.Equal(until - request.OpenedAt, visits.Aggregate(nobody, (sum, visit) => sum + ((visit.EndedAt ?? now) - visit.StartedAt)));
    }

    private static void CheckHandOvers(Request request) => Assert.All(
        request.Visits.Where(visit => visit is { Stage.Kind: StageKind.HandOver, End: StageEnd.Completed }),
        visit =>
        {
            Assert.NotNull(visit.OfferedAt);
            Assert.NotNull(visit.AcceptedAt);
            Assert.True(visit.StartedAt <= visit.OfferedAt && visit.OfferedAt <= visit.AcceptedAt && visit.AcceptedAt == visit.EndedAt);
        });
}
