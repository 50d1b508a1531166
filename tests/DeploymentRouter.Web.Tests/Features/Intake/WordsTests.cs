using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Features.Intake;
using DeploymentRouter.Web.Features.Intake.Fields;
using DeploymentRouter.Web.Features.Intake.Panel;
using DeploymentRouter.Web.Features.Intake.Questions;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public class WordsTests
{
    private static readonly Playbook Playbook = PlaybookFile.LoadDefault().Require();

    [Theory]
    [InlineData("", "soc2", true, "soc2")]
    [InlineData("soc2", "pci", true, "pci,soc2")]
    [InlineData("pci,soc2", "soc2", false, "pci")]
    [InlineData("pci", "pci", false, null)]
    [InlineData("pci", TypedAnswer.None, true, TypedAnswer.None)]
    [InlineData(TypedAnswer.None, "pci", true, "pci")]
    [InlineData(TypedAnswer.Unsure, "pci", true, "pci")]
    [InlineData("pci", TypedAnswer.Unsure, true, TypedAnswer.Unsure)]
    [InlineData(TypedAnswer.Unsure, TypedAnswer.Unsure, false, null)]
    public void Ticking_a_box_makes_a_field(string before, string value, bool isTicked, string? after) =>
        Assert.Equal(after, ManyChoice.Tick(before, value, isTicked));

    [Theory]
    [InlineData("ISO 27001 brings in the Cloud team.", "ISO 27001 brings in the |[Cloud]| team.")]
    [InlineData("Cloud cannot use a private link, so this rules Cloud out.", "Cloud cannot use a private link, so this rules Cloud out.")]
    [InlineData("This brings in IE. They say whether it is workable.", "This brings in |[IE]|. They say whether it is workable.")]
    [InlineData("", "")]
    public void Teams_in_a_sentence_look_like_teams(string sentence, string parts) =>
        Assert.Equal(parts, string.Join('|', TeamWords.Split(sentence, Playbook.Teams).Select(part => part.TeamId is null ? part.Text : $"[{part.Text}]")));

    [Fact]
    public void A_link_in_a_sentence_is_as_short_as_the_answer()
    {
        var answers = AnswerSet.Empty.With("hosting_region", new ChoiceAnswer("eu")).With("cluster_required", new YesNoAnswer(false));

        var parts = AnswerLinks.Narrow(
            Playbook,
            [new("the data must stay in the European Union", "hosting_region"), new(" and ", null), new("no company rule asks for clusters", "cluster_required")],
            answers);

        Assert.Equal(
            [new("the data must stay in the ", null), new("European Union", "hosting_region"), new(" and ", null), new("no company rule asks for clusters", "cluster_required")],
            parts);
    }

    [Theory]
    [InlineData("hosting_region", "eu", "European Union")]
    [InlineData("hosting_region", "?", "We don’t know yet")]
    [InlineData("users_full", "14 500", "14,500")]
    [InlineData("users_full", "a few", "a few")]
    [InlineData("required_certifications", "-", "None")]
    public void A_field_reads_like_its_buttons(string question, string text, string words) =>
        Assert.Equal(words, AnswerWords.Of(Playbook.Question(question), text));

    [Theory]
    [InlineData("customer.name", "/intake/00000000-0000-0000-0000-000000000000?from=check#customer-name")]
    [InlineData("answer.users_full", "/intake/00000000-0000-0000-0000-000000000000/size?from=check#answer-users_full")]
    [InlineData("note.users_full", "/intake/00000000-0000-0000-0000-000000000000/size?from=check#note-users_full")]
    public void A_field_is_found_at_an_address(string key, string address) =>
        Assert.Equal(address, new IntakeLinks(Guid.Empty).Change(Playbook, key));
}
