using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Features.Playbooks;

namespace DeploymentRouter.Web.Tests.Playbooks;

public sealed class FormulaWordsTests
{
    private static readonly Playbook Default = PlaybookFile.LoadDefault().Require();

    [Theory]
    [InlineData("users_full > 20,000", "Users at full roll-out more than 20,000")]
    [InlineData("users_full >= 15,000", "Users at full roll-out at least 15,000")]
    [InlineData("users_full < 15,000", "Users at full roll-out less than 15,000")]
    [InlineData("users_full <= 20,000", "Users at full roll-out at most 20,000")]
    [InlineData("hosting_provider is aws", "Where it would run is AWS")]
    [InlineData("hosting_provider is not aws", "Where it would run is not AWS")]
    [InlineData("hosting_region is not one of [any, us]", "Where the data must stay is none of Anywhere, United States")]
    [InlineData("required_certifications contains any of [hipaa, pci]", "Certifications required contains any of HIPAA, PCI")]
    [InlineData("required_certifications contains none of [hipaa, pci]", "Certifications required contains none of HIPAA, PCI")]
    [InlineData("admin_access_ok is no", "Our administrators may reach the instance is No")]
    [InlineData("not cloud_is_clear", "not Cloud is clear")]
    public void A_line_of_the_rule_language_reads_as_words(string text, string words)
    {
        Assert.True(FormulaText.TryParse(text, out var formula, out var error), error);
        var piece = Assert.Single(FormulaWords.Of(Default, formula));
        Assert.Equal(words, string.Join(' ', new[] { piece.Text, piece.Verb, piece.Value }.Where(part => part is not null)));
    }

    [Fact]
    public void Every_formula_of_the_default_playbook_has_words()
    {
        var formulas = Default.Rows.Select(row => row.When)
            .Concat(Default.Conditions.Select(condition => condition.When))
            .Concat(Default.Flags.Select(flag => flag.When))
            .Concat(Default.Questions.Select(question => question.AskedWhen).OfType<Formula>());
        Assert.All(formulas, formula => Assert.All(FormulaWords.Of(Default, formula), piece => Assert.NotEmpty(piece.Text)));
    }

    [Fact]
    public void Groups_inside_groups_stand_in_brackets()
    {
        var clear = Default.Conditions.First(condition => condition.Id == "cloud_is_clear");
        var pieces = FormulaWords.Of(Default, clear.When);
        Assert.Equal(["and", "and", "or", null], pieces.Select(piece => piece.Joiner));
        Assert.Equal([0, 0, 1, 0], pieces.Select(piece => piece.Opens));
        Assert.Equal([0, 0, 0, 1], pieces.Select(piece => piece.Closes));
    }
}
