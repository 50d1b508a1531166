using System.Reflection;
using System.Text.Json.Serialization;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class HappeningTextTests
{
    private static readonly Actor By = new("bram-copperkettle", "Bram Copperkettle", "ie");
    private static readonly RequestWalk Walk = InQualification();

    public static TheoryData<Happening, string> Sentences()
    {
        var opened = (Opened)Walk.Request.History[0].What;
        return new()
        {
            { opened, "filed the request" },
            { new CustomerChanged(opened.Customer with { Name = "Pinwheel Space", ArrUsd = 5 }), "changed customer name and ARR" },
            { Changed("cluster_required", null, new YesNoAnswer(true)), "answered Company rule that products run on clusters: Yes" },
            { Changed("cluster_required", new YesNoAnswer(true), new YesNoAnswer(false)), "changed Company rule that products run on clusters from Yes to No" },
            { Changed("cluster_required", new YesNoAnswer(true), new YesNoAnswer(true)), "changed the note to Company rule that products run on clusters" },
            { Changed("cluster_required", new YesNoAnswer(true), null), "opened Company rule that products run on clusters again" },
            { new Overridden("cloud", Playbook.OverrideReasons[0].Id, "They insist."), $"chose Cloud over the computed strategy: {Playbook.OverrideReasons[0].Label}" },
            { new StageStarted("kick_off", "jointly-managed", "ie", false, StageEnd.Completed), "finished Qualification and passed it to IE for Kick-off" },
            { new StageStarted("build_production", "one-click", "ce", false, StageEnd.Rerouted), "re-routed it to One-Click, which goes to CE for Build production" },
            { new StageStarted("answers", null, "cloud", false, StageEnd.Rerouted), $"re-routed it, which goes to Cloud for {Playbook.CommonStages.Answers.Name}" },
            { new StageStarted("dropped_stage", "dropped-strategy", "legal", false, null), "passed it to LEGAL for dropped_stage" },
            { new AskAssigned("tam", new Assignee("hazel-evergreen", "Hazel Evergreen"), "0 open of 8, next in turn"), "had it assigned in turn to Hazel Evergreen of TAM: 0 open of 8, next in turn" },
            { new AskAssigned("tam", null, "nobody is in the team yet", 7), "found nobody of TAM to assign it to: nobody is in the team yet" },
            { new StatusShared(Guid.Empty, new DateTime(2026, 12, 8, 10, 38, 0, DateTimeKind.Utc)), "shared the status by a link until Tue 8 Dec 2026" },
            { new StatusUnshared(Guid.Empty), "revoked a link to the status" },
            { new Assigned(null), "gave it back to the team" },
            { new ReadingRecorded(new DateOnly(2026, 11, 3), 18_400, 66_000, "Licence report"), "recorded a reading of 3 Nov 2026: 18,400 users, 66,000 repositories (Licence report)" },
            { new ReadingWithdrawn(1, "A slip."), "withdrew the reading of a day" },
            { new OverCleared(new DateOnly(2026, 11, 3), "Removed for good."), "cleared Over the limit" },
            { new AnswersConfirmed(["users_full"]), "confirmed Users at full roll-out" },
            { new Assigned(new Assignee("bram-copperkettle", "Bram Copperkettle")), "took it" },
            { new Assigned(new Assignee("tansy-ironbark", "Tansy Ironbark")), "assigned it to Tansy Ironbark" },
            { new CriterionTicked("x", "Features work", true), "ticked Features work" },
            { new CriterionTicked("x", "Features work", false), "took back the tick of Features work" },
            { new FormSaved(Values("slug", "ce_email")), "filled in Slug and CE e-mail" },
            { new FormSaved(Values("slug", "ce_email", "executors", "agreement_date", "hosted_code_gb")), "filled in Slug, CE e-mail, Executors and 2 more" },
            { new Offered("tam"), "offered it to TAM" },
            { new Accepted("tpm"), "accepted it from TPM" },
            { new Returned("tpm", "No plan."), "returned it to TPM" },
            { new SentBack("Which cluster?", [], []), "sent it back" },
            { new SentBack("Which cluster?", ["hosting_provider"], ["tdd_link"]), "sent it back, to look at Where it would run and Technical design document" },
            { new Replied("It is in the design now."), "answered what was asked" },
            { new Declined(Playbook.DeclineReasons[0].Id, "Too small."), $"declined it: {Playbook.DeclineReasons[0].Label}" },
            { new Appealed("Look again."), "appealed the decline" },
            { new Pinned("ie", "Board."), "pinned it first in the queue of IE" },
            { new Unpinned("ie"), "unpinned it" },
            { new Held("Freeze.", new DateOnly(2026, 12, 1)), "put it on hold until Tue 1 Dec 2026" },
            { new Held("Freeze.", null), "put it on hold" },
            { new Resumed(), "resumed it" },
            { new Withdrawn("Lost."), "withdrew it" },
            { new Reopened("Won."), "opened it again" },
            { new Delivered(), "brought it to its end: it is delivered" },
            { new Commented("Hello."), "commented" },
            { new OperationAsked("extend_trial", "On leave.", new DateOnly(2026, 12, 20), Values()), "asked for “Extend the trial” until Sun 20 Dec 2026" },
            { new OperationAsked("suspend", "They pause.", null, Values()), "asked for “Suspend the instance”" },
            { new FileAttached("plan.pdf", 5, "", ""), "attached plan.pdf" },
            { new FileRemoved(1), "removed an attachment" },
            { new LinkAdded("", "https://docs.example/plan"), "added a link to plan" },
            { new LinkAdded("The plan", "https://docs.example/plan"), "added a link to The plan" },
            { new LinkRemoved(1), "removed an attachment" },
            { new OperationTaken(1), "took an operation" },
            { new OperationDone(1, ""), "carried out an operation" },
            { new OperationDeclined(1, "They still pay."), "declined an operation" },
            { new OperationWithdrawn(1), "withdrew an operation" },
            { new Undone(4), "took back: filled in Opportunity, Technical design document, Expected deployment type and 1 more" },
        };

        AnswersChanged Changed(string id, Answer? before, Answer? after) => new([new RecordedAnswer(id, before, after, null)], opened.Decision);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_kind_of_entry_has_its_sentence(Happening what, string sentence)
    {
        var entry = new HistoryEntry(Walk.Request.Version + 1, Walk.Request.Version + 1, Walk.Now, By, what);

        Assert.Equal(sentence, Piece.Plain(HappeningText.Of(entry, Walk.Request)));
    }

    [Fact]
    public void No_kind_of_entry_is_forgotten_in_the_table()
    {
        var kinds = typeof(Happening).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);

        Assert.Empty(kinds.Except(Sentences().Select(row => ((Happening)row[0]).GetType())));
    }

    [Fact]
    public void An_acceptance_says_how_long_it_took()
    {
        var walk = HandedToTpm().Later(TimeSpan.FromMinutes(-20)).Does((r, now) => r.Accept(Felix, now));

        Assert.Equal("accepted it from IE after 40 min", Piece.Plain(HappeningText.Of(walk.Request.History.Last(e => e.What is Accepted), walk.Request)));
    }

    private static Dictionary<string, string> Values(params string[] fields) => fields.ToDictionary(field => field, _ => "1", StringComparer.Ordinal);
}
