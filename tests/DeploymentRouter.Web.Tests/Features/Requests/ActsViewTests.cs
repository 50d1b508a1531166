using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class ActsViewTests
{
    public static TheoryData<string, string, string?, string> Offers() => new()
    {
        // Where it stands, who looks, the primary act, the acts beside it.
        { "filed", "wren", null, "Assign to somebody else" },
        { "ready", "wren", "Send to IE for qualification", "Assign to somebody else" },
        { "ready", "otis", "Send to IE for qualification", "Take it, Assign to somebody else" },
        { "ready", "juniper", null, "" },
        { "qualification", "bram", "Qualify", "Decline, Send back, Take it, Assign" },
        { "qualification", "wren", null, "" },
        { "qualification", "quill", null, "Assign" },
        { "declined", "wren", "Appeal", "Override the strategy, Close it, Assign to somebody else" },
        { "declined", "bram", null, "" },
        { "declined elsewhere", "wren", "Re-route to One-Click", "Appeal, Override the strategy, Close it, Assign to somebody else" },
        { "on appeal", "bram", null, "Assign" },
        { "on appeal", "tansy", "Qualify", "Decline, Send back, Take it, Assign" },
        { "handed over", "felix", "Accept", "Return, Take it, Assign" },
        { "handed over", "bram", null, "" },
        { "before offer", "wren", "Offer to TAM", "Assign to somebody else" },
        { "offered", "hazel", "Accept", "Return" },
        { "offered", "wren", null, "Assign to somebody else" },
        { "live", "hazel", null, "Assign to somebody else" },
        { "live", "wren", null, "" },
        { "on hold", "wren", "Resume", "" },
        { "on hold", "bram", "Resume", "Take it, Assign" },
        { "on hold", "skye", null, "" },
        { "withdrawn", "wren", "Reopen", "" },
        { "withdrawn", "juniper", null, "" },
        { "undecided", "skye", "Answer the open question", "Take it, Assign" },
        { "undecided", "wren", null, "" },
    };

    [Theory]
    [MemberData(nameof(Offers))]
    public void Each_person_is_offered_what_they_may_do_and_nothing_else(string stands, string who, string? primary, string beside)
    {
        var acts = ActsView.Of(Stands(stands).Request, Who(who));

        Assert.Equal(primary, acts.Primary?.Label);
        Assert.Equal(beside, string.Join(", ", acts.Beside.Select(choice => choice.Label)));
        Assert.All(acts.Beside, choice => Assert.Null(choice.Refusal));
    }

    [Theory]
    [InlineData("filed", "wren", "Fill in first: Opportunity, Technical design document, Expected deployment type, Expected hosting provider.")]
    [InlineData("qualification", "wren", "Qualification belongs to IE. Ask them, or comment.")]
    [InlineData("on appeal", "bram", "Bram Copperkettle declined this. After an appeal a different person of the team decides.")]
    [InlineData("offered", "wren", "The hand-over belongs to TAM. Ask them, or comment.")]
    [InlineData("undecided", "wren", "“Will Cloud support what the customer requires?” is answered by Cloud.")]
    [InlineData("withdrawn", "juniper", "CE can reopen it. Comment to ask for it.")]
    public void Where_nothing_can_be_done_a_sentence_says_who_can(string stands, string who, string sentence) =>
        Assert.Equal(sentence, ActsView.Of(Stands(stands).Request, Who(who)).WhyNot);

    [Fact]
    public void What_is_always_there_is_possible_or_says_why_not()
    {
        var more = ActsView.Of(InQualification().Request, Juniper).More;

        Assert.Equal(
            [RequestAct.ChangeCustomer, RequestAct.Hold, RequestAct.Reroute, RequestAct.Override, RequestAct.Withdraw], more.Select(choice => choice.Act));
        Assert.All(more, choice => Assert.EndsWith(".", choice.Refusal?.Sentence, StringComparison.Ordinal));
        Assert.True(ActsView.Of(InQualification().Request, Wren).More.Single(choice => choice.Act is RequestAct.Withdraw).IsPossible);
    }

    internal static RequestWalk Stands(string stands) => stands switch
    {
        "filed" => Filed(JointAnswers),
        "ready" => Filed(JointAnswers).FillsForm(Wren),
        "qualification" => InQualification(),
        "sent back" => InQualification().Does((r, now) => r.SendBack("Which cluster?", ["hosting_provider"], ["tdd_link"], Bram, now)),
        "declined" => Declined(),
        "declined elsewhere" => Elsewhere(Declined()),
        "elsewhere" => Elsewhere(InQualification()),
        "on appeal" => Declined().Does((r, now) => r.Appeal("Revenue doubled.", Wren, now)),
        "handed over" => HandedToTpm(),
        "returned" => HandedToTpm().Does((r, now) => r.Return("No introductions.", Felix, now)),
        "before offer" => BeforeOffer(),
        "offered" => BeforeOffer().Does((r, now) => r.Offer(Wren, now)),
        "live" => Live(),
        "on hold" => InQualification().Does((r, now) => r.PutOnHold("Change freeze.", new DateOnly(2026, 12, 1), Wren, now)),
        "withdrawn" => InQualification().Does((r, now) => r.Withdraw("Lost.", Wren, now)),
        "undecided" => Filed(UndecidedAnswers),
        "overridden" => Filed(JointAnswers).Does((r, now) => r.OverrideStrategy("one-click", Playbook.OverrideReasons[0].Id, "They insist.", Wren, now)),
        _ => throw new ArgumentOutOfRangeException(nameof(stands), stands, null),
    };

    private static RequestWalk Elsewhere(RequestWalk walk) => walk.Does((r, now) => r.ChangeAnswers(
        new Dictionary<string, Decisions.Answer?>(StringComparer.Ordinal) { ["cluster_required"] = new Decisions.YesNoAnswer(false) },
        new Dictionary<string, string>(StringComparer.Ordinal),
        Wren,
        now));

    internal static Person Who(string first) => first switch
    {
        "wren" => Wren,
        "otis" => Otis,
        "juniper" => Juniper,
        "skye" => Skye,
        "bram" => Bram,
        "tansy" => Tansy,
        "felix" => Felix,
        "hazel" => Hazel,
        _ => Quill,
    };
}
