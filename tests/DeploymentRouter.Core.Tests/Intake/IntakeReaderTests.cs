using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Intake;

public class IntakeReaderTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly IntakeReader Reader = new(IntakePlaybook.Value);

    [Fact]
    public void What_was_typed_becomes_answers_and_facts()
    {
        var reading = Read(
            ("customer.name", " Orrery Labs "), ("customer.engagement", "migration"), ("customer.arr", "$120,000"),
            ("customer.needed_by", "1 Feb 2027"), ("answer.users", "14 500"), ("answer.hosts", "github,gitlab"),
            ("answer.certifications", "-"), ("answer.blocker", "no"), ("note.blocker", "Asked on Monday"));

        Assert.Empty(reading.Problems);
        Assert.Equal(
            new CustomerFacts("Orrery Labs", "", Engagement.Migration, 120_000m, null, new DateOnly(2027, 2, 1), null, ""), reading.Facts);
        Assert.Equal(new NumberAnswer(14_500), reading.Answers["users"]);
        Assert.Equal(new ChoicesAnswer(["github", "gitlab"]), reading.Answers["hosts"]);
        Assert.Equal(new ChoicesAnswer([]), reading.Answers["certifications"]);
        Assert.Equal(new YesNoAnswer(false), reading.Answers["blocker"]);
        Assert.Equal("Asked on Monday", reading.Notes["blocker"]);
        Assert.Equal("cloud", reading.Decision.Outcome);
    }

    [Fact]
    public void We_dont_know_yet_is_open_and_never_a_problem()
    {
        var reading = Read(("customer.name", "Orrery"), ("customer.engagement", "trial"), ("answer.users", "?"), ("answer.blocker", "?"));

        Assert.Empty(reading.Problems);
        Assert.Null(reading.Answers["users"]);
        Assert.Equal(["blocker", "users"], reading.Unsure.Order(StringComparer.Ordinal));
        Assert.Null(reading.Decision.Outcome);
    }

    [Fact]
    public void A_draft_cannot_speak_for_another_team()
    {
        var reading = Read(("answer.blocker", "yes"), ("answer.certifications", "-"), ("answer.verdict", "yes"));

        Assert.Null(reading.Answers["verdict"]);
        Assert.Contains("verdict", reading.Decision.Open.Select(question => question.Id));
    }

    [Fact]
    public void A_name_and_the_kind_of_work_are_needed_and_nothing_else()
    {
        var reading = Read();

        Assert.Equal(["customer.name", "customer.engagement"], reading.Problems.Select(problem => problem.Key));
    }

    [Theory]
    [InlineData("customer.opportunity", "example.com/42", "Opportunity link: enter the whole address, beginning with https://")]
    [InlineData("customer.opportunity", "javascript:alert(1)", "Opportunity link: enter the whole address, beginning with https://")]
    [InlineData("customer.arr", "a lot", "Annual recurring revenue: enter an amount in US dollars from 0 to 10,000,000,000")]
    [InlineData("customer.addressable_market", "10,000,000,001", "Addressable market: enter an amount in US dollars from 0 to 10,000,000,000")]
    [InlineData("customer.needed_by", "1/2/27", "Needed by: choose a date, or write it as 1 Feb 2027")]
    [InlineData("customer.needed_by", "23 Nov 2026", "Needed by: choose today or a later day, at most 10 years away")]
    [InlineData("customer.needed_by", "1 Feb 2207", "Needed by: choose today or a later day, at most 10 years away")]
    [InlineData("customer.contract_close", "1 Feb 1926", "Contract close: choose a day at most 10 years away")]
    [InlineData("answer.users", "many", "Users: enter a whole number from 1 to 1,000,000")]
    [InlineData("answer.users", "0", "Users: enter a whole number from 1 to 1,000,000")]
    [InlineData("answer.hosts", "svn", "hosts: choose again, the playbook no longer has this answer")]
    public void A_field_that_cannot_be_read_says_what_to_do(string key, string text, string message)
    {
        var reading = Read(("customer.name", "Orrery"), ("customer.engagement", "trial"), (key, text));

        Assert.Equal([new FieldProblem(key, message)], reading.Problems);
        Assert.Equal(message, reading.ProblemOf(key));
    }

    [Theory]
    [InlineData("customer.name", CustomerFacts.MaxName)]
    [InlineData("customer.notes", CustomerFacts.MaxNotes)]
    [InlineData("note.users", CustomerFacts.MaxNotes)]
    public void A_text_may_be_as_long_as_its_limit_and_no_longer(string key, int limit)
    {
        (string, string)[] essentials = [("customer.name", "Orrery"), ("customer.engagement", "trial")];

        // Drafts themselves stop at their own limit; the validators must not depend on it.
        Assert.DoesNotContain(Read([.. essentials, (key, new string('x', limit))]).Problems, problem => problem.Key == key);
        if (limit < Draft.MaxText)
            Assert.Contains(Read([.. essentials, (key, new string('x', limit + 1))]).Problems, problem => problem.Key == key);
    }

    [Fact]
    public void An_answer_that_needs_a_note_is_not_complete_without_it()
    {
        var silent = Read(("answer.blocker", "yes"));
        var spoken = Read(("answer.blocker", "yes"), ("note.blocker", "The works council"));

        Assert.Equal("Anything else: add a short note", silent.ProblemOf("note.blocker"));
        Assert.Null(spoken.ProblemOf("note.blocker"));
    }

    [Fact]
    public void The_first_group_is_not_larger_than_everybody()
    {
        (string, string)[] asked = [("answer.users", "14,500"), ("answer.blocker", "yes"), ("note.blocker", "x"), ("answer.fast", "yes")];

        Assert.Equal("First users: enter 14,500 or fewer, as at “Users”", Read([.. asked, ("answer.first_users", "18,000")]).ProblemOf("answer.first_users"));
        Assert.Null(Read([.. asked, ("answer.first_users", "14500")]).ProblemOf("answer.first_users"));
    }

    [Fact]
    public void An_answer_that_is_not_asked_is_kept_and_never_wrong()
    {
        var reading = Read(
            ("answer.users", "100"), ("answer.certifications", "-"), ("answer.blocker", "no"), ("answer.fast", "yes"), ("answer.first_users", "18,000"));

        Assert.Equal(Asking.NotAsked, reading.Asking["first_users"]);
        Assert.Equal(new NumberAnswer(18_000), reading.Answers["first_users"]);
        Assert.Null(reading.ProblemOf("answer.first_users"));
        Assert.Equal("cloud", reading.Decision.Outcome);
    }

    [Theory]
    [InlineData("new-production", true)]
    [InlineData("trial", false)]
    public void A_contract_that_closes_after_the_day_of_need_is_worth_a_look_but_no_obstacle(string engagement, bool isSaid)
    {
        var reading = Read(
            ("customer.name", "Orrery"), ("customer.engagement", engagement),
            ("customer.needed_by", "2027-02-01"), ("customer.contract_close", "2027-03-01"));

        Assert.Empty(reading.Problems);
        Assert.Equal(isSaid, reading.Warnings.Any(warning => warning.Key == "customer.contract_close"));
    }

    private static IntakeReading Read(params (string Key, string Text)[] fields) =>
        Reader.Read(fields.Aggregate(Draft.Start(Guid.NewGuid(), "ce-1", Now), (draft, field) => draft.With(field.Key, field.Text, draft.Version, Now).Draft), Today);
}
