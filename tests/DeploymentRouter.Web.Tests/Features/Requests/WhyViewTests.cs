using System.Diagnostics;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

public sealed class WhyViewTests
{
    [Fact]
    public void Why_is_the_rows_sentence_and_why_not_the_others_with_their_reasons()
    {
        var why = WhyView.Of(InQualification().Request, Juniper);

        Assert.Equal(("Why this strategy", "Decided 2 Nov 2026 by Default playbook 1, row R5."), (why.Title, why.Source));
        Assert.Equal(["Neither Cloud nor One-Click is an option."], why.Sentences);
        Assert.Equal(["Cloud", "One-Click", "One-Click Into Jointly Managed"], why.RuledOut.Select(out_ => out_.Strategy));
        Assert.All(why.RuledOut, out_ => Assert.Matches("^[A-Z0-9].*[.]$", out_.Sentence));
        Assert.Empty(why.Earlier);
        Assert.Null(why.Notice);
        Assert.Null(why.Open);
    }

    [Fact]
    public void What_would_change_it_names_who_could_or_says_that_nobody_can()
    {
        var why = WhyView.Of(RefusedByCloud().Request, Juniper);

        var cloud = why.RuledOut.Single(out_ => out_.Strategy == "Cloud").WhatIf!;
        Assert.Equal(
            ["the Cloud team’s verdict is Supported", "the Cloud team’s verdict is Will be built"],
            cloud.Ways.Select(way => Assert.Single(way.Steps).Clause));
        Assert.All(cloud.Ways, way => Assert.Equal("our choice", way.Steps[0].By));
        Assert.Equal([null, "It would still hang on “The customer waits until Cloud has built it” (CE)."], cloud.Ways.Select(way => way.HangsOn));

        var never = WhyView.Of(InQualification().Request, Juniper).RuledOut.Single(out_ => out_.Strategy == "Cloud").WhatIf!;
        Assert.Equal((0, "No change of changeable answers leads to Cloud."), (never.Ways.Count, never.Sentence));
    }

    [Fact]
    public void The_answers_that_carry_it_say_where_another_would_lead_and_who_could_change_them()
    {
        var carrying = WhyView.Of(RefusedByCloud().Request, Juniper).Carrying;

        Assert.Equal($"{carrying.Answers.Count} answers carry it", carrying.Heading);
        var verdict = carrying.Answers.Single(answer => answer.TeamName == "Cloud");
        Assert.Equal(("The Cloud team’s verdict", "Will not be built", "our choice"), (verdict.Label, verdict.Answer, verdict.By));
        Assert.StartsWith("Cloud becomes possible if the Cloud team’s verdict is Supported", verdict.Says[0], StringComparison.Ordinal);
        Assert.Equal("Cloud", carrying.Answers[0].Says[0].Split(' ')[0]);
        Assert.Contains("the customer’s choice", WhyView.Of(Live().Request, Juniper).Carrying.Answers.Select(answer => answer.By));
    }

    [Fact]
    public void An_answer_given_later_says_who_gave_it_and_when() =>
        Assert.Equal("Skye Nimbus, 2 Nov 2026", WhyView.Of(RefusedByCloud().Request, Bram).Carrying.Answers.Single(answer => answer.TeamName == "Cloud").Given);

    [Theory]
    [InlineData("bram", true)]
    [InlineData("skye", true)]
    [InlineData("juniper", false)]
    [InlineData("wren", false)]
    public void Whoever_reviews_sees_the_carrying_answers_first(string who, bool first) =>
        Assert.Equal(first, WhyView.Of(InQualification().Request, ActsViewTests.Who(who)).CarryingFirst);

    [Fact]
    public void An_undecided_request_says_what_is_possible_what_each_hangs_on_and_who_is_asked_next()
    {
        var why = WhyView.Of(ActsViewTests.Stands("undecided").Request, Juniper);

        Assert.Equal(["It hangs on 1 open answer."], why.Sentences);
        Assert.Equal(["Cloud", "Jointly Managed"], why.Open!.Possible.Select(possible => possible.Strategy));
        Assert.All(why.Open.Possible, possible => Assert.Matches("^(if|unless) ", possible.Hinge));
        Assert.Equal(("Will Cloud support what the customer requires?", "Cloud"), (why.Open.Next!.Wording, why.Open.Next.TeamName));
        Assert.Equal("Cloud answers next: Will Cloud support what the customer requires?", why.InShort[2]);
    }

    [Fact]
    public void A_replaced_decision_stays_readable() =>
        Assert.Equal(["Jointly Managed"], WhyView.Of(ActsViewTests.Stands("elsewhere").Request, Juniper).Earlier.Select(earlier => earlier.Outcome));

    [Fact]
    public void What_other_rules_decided_is_not_explained_by_those_in_force()
    {
        var then = InQualification().Request;
        var now = Request.FromHistory(then.Id, then.Number, Playbook with { Version = 2, Hash = "other" }, then.History);
        var why = WhyView.Of(now, Bram);

        Assert.All(why.RuledOut, out_ => Assert.Null(out_.WhatIf));
        Assert.StartsWith("Default playbook 2 is in force now and would decide the same. ", why.Notice, StringComparison.Ordinal);
        Assert.Equal("2 answers decide it together", why.Carrying.Heading);
        Assert.Equal(OtherRules.AskAgain, why.InShort[2]);
        Assert.Equal("Decided 2 Nov 2026 by Default playbook 1, row R5.", why.Source);
    }

    [Fact]
    public void A_choice_over_the_rules_is_said_to_be_one()
    {
        var why = WhyView.Of(ActsViewTests.Stands("overridden").Request, Juniper);

        Assert.StartsWith("Why not the others, what would change it", why.Notice, StringComparison.Ordinal);
        Assert.Equal(3, why.InShort.Count);
        Assert.Contains("chosen by a person instead of the rules", why.InShort[0], StringComparison.Ordinal);
        Assert.StartsWith("The rules say Jointly Managed: ", why.InShort[1], StringComparison.Ordinal);
        Assert.StartsWith("By the rules, ", why.InShort[2], StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_it_costs_less_than_two_milliseconds()
    {
        Request[] requests = [InQualification().Request, RefusedByCloud().Request, Filed(OneClickAnswers).Request, ActsViewTests.Stands("undecided").Request];
        foreach (var request in requests)
        {
            var times = Enumerable.Range(0, 60).Select(_ =>
            {
                var begun = Stopwatch.GetTimestamp();
                WhyView.Of(request, Bram);
                return Stopwatch.GetElapsedTime(begun);
            }).Order().ToList();
            Assert.InRange(times[times.Count / 2], TimeSpan.Zero, TimeSpan.FromMilliseconds(2));
        }
    }
}
