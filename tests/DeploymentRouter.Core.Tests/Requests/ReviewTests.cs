using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class ReviewTests
{
    [Fact]
    public void A_sent_back_request_returns_to_the_CE_and_comes_again()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.SendBack("Which cluster?", ["cloud_allowed"], ["tdd"], by, now), Ie);
        Assert.Equal("ie_request", walk.Request.Current.Stage.Id);
        Assert.Equal("Cora", walk.Request.Current.Assignee?.Name);
        Assert.IsType<SentBack>(walk.Request.ToAnswer?.What);

        walk.Does(r => r.Complete, Ce);
        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
        Assert.Null(walk.Request.ToAnswer);
    }

    [Fact]
    public void One_entry_stops_the_clock_of_the_reviewer_and_starts_that_of_the_CE()
    {
        var walk = RequestWalk.InQualification();
        var before = walk.Request.Version;
        walk.Does(r => (by, now) => r.SendBack("Which cluster?", [], [], by, now), Ie);
        var entry = Assert.Single(walk.Request.History.Skip(before), entry => entry.What is not Assigned);
        var (reviewed, again) = (walk.Request.Visits[^2], walk.Request.Visits[^1]);
        Assert.Equal((entry.At, StageEnd.SentBack, entry.At, "ce"), (reviewed.EndedAt, reviewed.End, again.StartedAt, again.TeamId));
    }

    [Fact]
    public void A_history_with_two_entries_for_it_reads_the_same()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.SendBack("Which cluster?", ["cloud_allowed"], ["tdd"], by, now), Ie);
        walk.Does(r => (by, now) => r.Comment("Asked.", by, now), Ce);
        var was = Request.FromHistory(walk.Request.Id, 1, walk.Request.Playbook, walk.Request.History.SelectMany(AsBefore)
            .Select((entry, i) => entry with { Number = i + 1, What = HistoryJson.Read(HistoryJson.Write(entry.What)) }));
        Assert.Equal(walk.Request.Version + 1, was.Version);
        Assert.Equal(Stays(walk.Request), Stays(was));
        Assert.Equal((walk.Request.State, walk.Request.Current.Assignee, walk.Request.ToAnswer?.At), (was.State, was.Current.Assignee, was.ToAnswer?.At));

        static IEnumerable<HistoryEntry> AsBefore(HistoryEntry entry) => entry.What is SentBack { Next: { } next } sent
            ? [entry with { What = sent with { Next = null } }, entry with { What = next }]
            : [entry];
        static IEnumerable<object?> Stays(Request request) => request.Visits.Select(visit => (object?)(visit.Stage.Id, visit.TeamId, visit.StartedAt, visit.EndedAt, visit.End));
    }

    [Fact]
    public void Sending_back_needs_words() =>
        Assert.Equal("TextNeeded", RequestWalk.InQualification().Tries(r => (by, now) => r.SendBack(" ", [], [], by, now), Ie)?.Name);

    [Theory]
    [InlineData("no_such_question", null, "UnknownQuestion")]
    [InlineData(null, "no_such_field", "UnknownItem")]
    [InlineData("cloud_allowed,cloud_allowed", null, "AskedTwice")]
    [InlineData("cloud_allowed", "tdd,tdd", "AskedTwice")]
    public void Only_what_can_be_answered_is_asked_and_once(string? questions, string? fields, string refusal) =>
        Assert.Equal(refusal, RequestWalk.InQualification().Tries(r => (by, now) => r.SendBack("x", questions?.Split(',') ?? [], fields?.Split(',') ?? [], by, now), Ie)?.Name);

    [Fact]
    public void A_refusal_does_not_repeat_whatever_length_was_sent()
    {
        var walk = RequestWalk.InQualification();
        Assert.InRange(walk.Tries(r => (by, now) => r.SendBack("x", [new string('x', 900_000)], [], by, now), Ie)!.Sentence.Length, 1, 200);
        Assert.InRange(walk.Tries(r => (by, now) => r.SendBack("x", [], [new string('x', 900_000)], by, now), Ie)!.Sentence.Length, 1, 250);
    }

    [Fact]
    public void Only_a_review_is_sent_back_or_declined()
    {
        var walk = RequestWalk.Filed("no");
        Assert.Equal("NotThisKindOfStage", walk.Tries(r => (by, now) => r.SendBack("x", [], [], by, now), Ce)?.Name);
        Assert.Equal("NotThisKindOfStage", walk.Tries(r => (by, now) => r.Decline("too_small", "x", by, now), Ce)?.Name);
    }

    [Fact]
    public void A_declined_request_is_with_its_owner_who_appeals_and_a_different_person_decides()
    {
        var walk = Declined();
        Assert.Equal(RequestState.Declined, walk.Request.State);
        Assert.Equal("ce", walk.Request.OwnerTeamId);
        Assert.Equal("joint", walk.Request.StrategyId);

        walk.Does(r => (by, now) => r.Appeal("Revenue doubled.", by, now), Ce);
        Assert.True(walk.Request.IsOnAppeal);
        Assert.Equal("DifferentPersonNeeded", walk.Tries(r => r.Complete, Ie)?.Name);
        walk.Does(r => r.Complete, OtherIe);
        Assert.Equal("kick_off", walk.Request.Current.Stage.Id);
    }

    [Fact]
    public void Nobody_who_declined_it_decides_any_later_appeal()
    {
        var walk = Declined();
        walk.Does(r => (by, now) => r.Appeal("Revenue doubled.", by, now), Ce);
        walk.Does(r => (by, now) => r.Decline("too_small", "Still too small.", by, now), OtherIe);
        walk.Does(r => (by, now) => r.Appeal("And doubled again.", by, now), Ce);
        Assert.Equal("DifferentPersonNeeded", walk.Tries(r => r.Complete, Ie)?.Name);
        Assert.Equal("DifferentPersonNeeded", walk.Tries(r => r.Complete, OtherIe)?.Name);
    }

    [Fact]
    public void A_declined_request_can_be_overridden_or_withdrawn()
    {
        var overridden = Declined();
        overridden.Does(r => (by, now) => r.OverrideStrategy("cloud", "customer_insists", "They insist.", by, now), Ce);
        Assert.Equal("cloud_request", overridden.Request.Current.Stage.Id);

        var withdrawn = Declined();
        withdrawn.Does(r => (by, now) => r.Withdraw("Lost.", by, now), Ce);
        Assert.Equal(RequestState.Withdrawn, withdrawn.Request.State);
        Assert.Null(withdrawn.Request.OwnerTeamId);
    }

    [Fact]
    public void A_declined_request_is_not_completed_around_the_review() =>
        Assert.Equal("NotThisKindOfStage", Declined().Tries(r => r.Complete, Ce)?.Name);

    [Fact]
    public void Only_a_declined_request_is_appealed() =>
        Assert.Equal("NotDeclined", RequestWalk.InQualification().Tries(r => (by, now) => r.Appeal("x", by, now), Ce)?.Name);

    [Fact]
    public void Taking_back_an_override_does_not_let_the_same_person_decide_an_appeal()
    {
        var walk = Declined();
        walk.Does(r => (by, now) => r.Appeal("Revenue doubled.", by, now), Ce);
        walk.Does(r => (by, now) => r.OverrideStrategy("cloud", "customer_insists", "They insist.", by, now), Ce);
        Assert.False(walk.Request.IsOnAppeal);
        walk.Later(-TimeSpan.FromMinutes(55));
        walk.Does(r => r.Undo, Ce);

        Assert.True(walk.Request.IsOnAppeal);
        Assert.Equal("DifferentPersonNeeded", walk.Tries(r => r.Complete, Ie)?.Name);
    }

    [Fact]
    public void An_appeal_is_over_once_it_is_decided()
    {
        var walk = Declined();
        walk.Does(r => (by, now) => r.Appeal("Revenue doubled.", by, now), Ce);
        walk.Does(r => (by, now) => r.SendBack("By how much?", [], [], by, now), OtherIe);
        walk.Does(r => r.Complete, Ce);
        Assert.Equal("DifferentPersonNeeded", walk.Tries(r => r.Complete, Ie)?.Name);
        walk.Does(r => r.Complete, OtherIe);
        Assert.False(walk.Request.IsOnAppeal);
    }

    [Fact]
    public void The_lead_named_at_an_appeal_decides_it_and_nobody_else_of_the_team()
    {
        var walk = Declined();
        walk.Does(r => (by, now) => r.Appeal("Revenue doubled.", by, now), Ce);
        var request = walk.Request;
        var lead = new Person("ie-3", "Isolde", "ie", false);
        request.NameDecider(new Assignee(lead.Id, lead.Name));
        request.AssignToDecider();

        Assert.Equal("Isolde", request.Current.Assignee?.Name);
        foreach (var act in new[] { RequestAct.Complete, RequestAct.Decline, RequestAct.SendBack, RequestAct.Take })
        {
            Assert.Equal("The appeal is decided by Isolde, who leads IE.", request.WhyNot(act, OtherIe)?.Sentence);
            Assert.Equal("DifferentPersonNeeded", request.WhyNot(act, Ie)?.Name);
            Assert.Null(request.WhyNot(act, lead));
        }

        request.LetOthersDecide();
        Assert.Null(request.WhyNot(RequestAct.Complete, OtherIe));
        Assert.Equal("DifferentPersonNeeded", request.WhyNot(RequestAct.Complete, Ie)?.Name);
    }

    [Fact]
    public void An_appeal_is_neither_taken_by_nor_given_to_who_declined_it()
    {
        var walk = Declined();
        walk.Does(r => (by, now) => r.Appeal("Revenue doubled.", by, now), Ce);

        Assert.Equal("DifferentPersonNeeded", walk.Tries(r => r.Take, Ie)?.Name);
        Assert.Equal(
            "Iris declined this. After an appeal a different person of the team decides.",
            walk.Tries(r => (by, now) => r.Assign(Ie, by, now), OtherIe)?.Sentence);
        walk.Does(r => r.Take, OtherIe);
    }

    private static RequestWalk Declined()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => (by, now) => r.Decline("too_small", "Too small this quarter.", by, now), Ie);
        return walk;
    }
}
