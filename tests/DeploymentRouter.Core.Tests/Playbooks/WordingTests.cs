using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Playbooks;

public class WordingTests
{
    private static readonly PlaybookQuestion Hosts = Ask("hosts", new AnyOfDomain(["github", "gitlab", "other"], 1)) with
    {
        Label = "Code hosts",
        Says = "the code is on {value}",
        Values =
        [
            new("gitlab", "GitLab", "the code is on GitLab", null),
            new("github", "GitHub", "the code is on GitHub", null),
            new("other", "Other Git host", "some code is on another Git host", null),
        ],
    };

    private static readonly PlaybookQuestion Certifications = Ask("certifications", new AnyOfDomain(["soc2"], 0)) with
    {
        Says = "the customer requires {value}",
        Values = [new("soc2", "SOC 2", "the customer requires SOC 2", null)],
        None = new("none", "None at all", "no certification is required", null),
    };

    private static readonly PlaybookQuestion Users = Ask("users", new WholeNumberDomain(1, 1_000_000)) with
    {
        Says = "there will be {value} users",
    };

    private static readonly PlaybookQuestion Admins = Ask("admins", new YesNoDomain()) with
    {
        Values =
        [
            new("yes", "Yes", "administrators may reach the instance", null),
            new("no", "No", "administrators may not reach the instance", null),
        ],
    };

    [Fact]
    public void Labels_are_the_words_of_the_buttons()
    {
        Assert.Equal("14,500", Wording.Label(Users, new NumberAnswer(14_500)));
        Assert.Equal("No", Wording.Label(Admins, new YesNoAnswer(false)));
        Assert.Equal("GitLab, GitHub", Wording.Label(Hosts, new ChoicesAnswer(["github", "gitlab"])));
        Assert.Equal("None at all", Wording.Label(Certifications, new ChoicesAnswer([])));
    }

    [Fact]
    public void Clauses_can_follow_because()
    {
        Assert.Equal("there will be 14,500 users", Wording.Clause(Users, new NumberAnswer(14_500)));
        Assert.Equal("administrators may not reach the instance", Wording.Clause(Admins, new YesNoAnswer(false)));
        Assert.Equal("no certification is required", Wording.Clause(Certifications, new ChoicesAnswer([])));
    }

    [Fact]
    public void Several_choices_share_a_clause_unless_one_has_its_own()
    {
        Assert.Equal("the code is on GitLab and GitHub", Wording.Clause(Hosts, new ChoicesAnswer(["github", "gitlab"])));
        Assert.Equal(
            "the code is on GitLab and GitHub, and some code is on another Git host",
            Wording.Clause(Hosts, new ChoicesAnswer(["github", "gitlab", "other"])));
        Assert.Equal("some code is on another Git host", Wording.Clause(Hosts, new ChoicesAnswer(["other"])));
    }

    [Fact]
    public void A_value_that_a_later_playbook_dropped_is_still_named()
    {
        Assert.Equal("GitHub, svn", Wording.Label(Hosts, new ChoicesAnswer(["svn", "github"])));
        Assert.Equal("Code hosts: svn", Wording.Clause(Hosts, new ChoicesAnswer(["svn"])));
    }

    private static PlaybookQuestion Ask(string id, Domain domain) =>
        new(id, "topic", $"{id}?", id, "", "", domain, null, [], null, null, "ce", null, null, [], null);
}
