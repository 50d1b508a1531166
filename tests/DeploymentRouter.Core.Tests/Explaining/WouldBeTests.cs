using System.Collections.Immutable;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Explaining;

public class WouldBeTests
{
    private static readonly Dictionary<string, PlaybookQuestion> Questions = new()
    {
        ["waits"] = Ask(new YesNoDomain(), null, null, new("yes", "Yes", "the customer waits", null), new("no", "No", "the customer will not wait", null)),
        ["where"] = Ask(
            new OneOfDomain(["aws", "gcp", "azure", "own", "moon"]), null, null,
            new("aws", "AWS", "it would run on AWS", null, null, "it runs on AWS"), new("gcp", "GCP", "it runs on GCP", null),
            new("azure", "Azure", "it runs on Azure", null), new("own", "Own", "it runs on their own machines", null), new("moon", "Moon", "it runs on the Moon", null)),
        ["verdict"] = Ask(
            new OneOfDomain(["yes", "later", "no"]), null, null,
            new("yes", "Yes", "they agree", null, null, "the verdict is Yes"), new("later", "Later", "they agree later", null, null, "the verdict is Later"),
            new("no", "No", "they do not agree", null)),
        ["users"] = Ask(new WholeNumberDomain(1, 1_000_000), "there will be {value} users", null),
        ["first"] = Ask(new WholeNumberDomain(1, 1_000_000), "the first group has {value} users", "the first group had {value} users"),
        ["certificates"] = Ask(
            new AnyOfDomain(["soc2", "pci", "hipaa"], 0), "the customer requires {value}", null,
            new("soc2", "SOC 2", "the customer requires SOC 2", null), new("pci", "PCI", "the customer requires PCI", null),
            new("hipaa", "HIPAA", "health data is in it", null)),
    };

    [Theory]
    [InlineData("waits is yes", "the customer waits")]
    [InlineData("waits is not yes", "the customer will not wait")]
    [InlineData("where is aws", "it runs on AWS")]
    [InlineData("where is one of [gcp, own]", "it runs on GCP or their own machines")]
    [InlineData("where is not aws", "“Label” is not AWS")]
    [InlineData("where is not one of [aws]", "“Label” is not AWS")]
    [InlineData("where is not one of [aws, gcp]", "it runs on Azure, their own machines or the Moon")]
    [InlineData("verdict is not no", "the verdict is Yes or Later")]
    [InlineData("verdict is not yes", "“Label” is not Yes")]
    [InlineData("users <= 20,000", "there will be at most 20,000 users")]
    [InlineData("users < 20,000", "there will be less than 20,000 users")]
    [InlineData("users > 20,000", "there will be more than 20,000 users")]
    [InlineData("users >= 20,000", "there will be at least 20,000 users")]
    [InlineData("users >= 1", "there will be at least 1 users")]
    [InlineData("users is between 5 and 7,000", "there will be 5 to 7,000 users")]
    [InlineData("users is between 5 and 5", "there will be 5 users")]
    [InlineData("first <= 100", "the first group had at most 100 users")]
    [InlineData("certificates contains pci", "the customer requires PCI")]
    [InlineData("certificates contains hipaa", "health data is in it")]
    [InlineData("certificates contains any of [pci, hipaa]", "the customer requires any of PCI or HIPAA")]
    [InlineData("certificates contains all of [soc2, pci]", "the customer requires SOC 2 and PCI")]
    [InlineData("certificates contains none of [pci]", "“Label” does not contain PCI")]
    [InlineData("certificates contains none of [pci, hipaa]", "the customer requires none of PCI and HIPAA")]
    [InlineData("certificates contains only [soc2]", "the customer requires nothing but SOC 2")]
    [InlineData("certificates is empty", "no certificate is required")]
    public void Other_answers_are_said_after_if(string becomes, string clause)
    {
        var formula = Parsed(becomes);
        var question = Questions[((AnswerTest)formula).QuestionId];
        Assert.Equal(clause, WouldBe.Clause(question, formula, new NumberAnswer(0)));
    }

    [Fact]
    public void Several_ranges_are_joined() => Assert.Equal(
        "there will be at most 5 or more than 20,000 users",
        WouldBe.Clause(Questions["users"], new AnyOf([Parsed("users <= 5"), Parsed("users > 20,000")]), new NumberAnswer(1)));

    [Fact]
    public void Where_no_short_clause_says_them_all_the_nearest_answer_speaks() => Assert.Equal(
        "the customer requires SOC 2",
        WouldBe.Clause(
            Questions["certificates"],
            new AnyOf([new AllOf([Parsed("certificates contains pci"), new Negation(Parsed("certificates contains soc2"))]), Parsed("certificates contains soc2")]),
            new ChoicesAnswer(ImmutableSortedSet.Create("soc2"))));

    private static Formula Parsed(string text) =>
        FormulaText.TryParse(text, out var formula, out var error) ? formula : throw new InvalidOperationException(error);

    private static PlaybookQuestion Ask(Domain domain, string? says, string? wouldBe, params AnswerValue[] values) => new(
        "id", "topic", "?", "Label", "", "", domain, null, values, new("none", "None", "no certificate is required", null), says, "ce", null, null, [], null,
        WouldBe: wouldBe);
}
