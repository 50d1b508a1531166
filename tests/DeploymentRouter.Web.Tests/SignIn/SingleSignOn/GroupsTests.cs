using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

[Collection(ProviderAppTests.Name)]
public sealed class GroupsTests(ProviderApp router)
{
    [Fact]
    public async Task Who_comes_for_the_first_time_is_made_with_team_and_rights_of_their_groups()
    {
        var visitor = router.Visitor(new Someone("isolde", "implementation-leads", "keepers", "choir") { Name = "Isolde Rushmere" });

        Assert.Equal("/playbook", await visitor.SignInAsync());

        Assert.True(await visitor.IsSignedInAsync());
        var person = await router.PersonAsync("isolde");
        Assert.Equal(("Isolde Rushmere", "ie", true, true), (person!.Name, person.TeamId, person.IsAdmin, person.OwnsPlaybook));
        await using var db = await router.DbAsync();
        Assert.True((await db.Members.SingleAsync(member => member.PersonId == person.Id)).IsLead);
        Assert.Contains(await db.Audit.ToListAsync(), line => line.Subject == $"person/{person.Id}" && line.Text.Contains("for the first time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_teams_the_one_that_the_playbook_names_first_counts()
    {
        await router.Visitor(new Someone("twice", "implementation", "customer-engineers")).SignInAsync();

        Assert.Equal("ce", (await router.PersonAsync("twice"))!.TeamId);
    }

    [Fact]
    public async Task Who_comes_again_is_the_same_person_with_the_name_team_and_rights_of_today()
    {
        await router.Visitor(new Someone("perdita", "implementation-leads", "keepers") { Name = "Perdita Fallow" }).SignInAsync();
        var before = await router.PersonAsync("perdita");
        await router.Visitor(new Someone("perdita", "customer-engineers") { Name = "Perdita Marsh" }).SignInAsync();

        var person = await router.PersonAsync("perdita");
        Assert.Equal((before!.Id, "Perdita Marsh", "ce", false, false), (person!.Id, person.Name, person.TeamId, person.IsAdmin, person.OwnsPlaybook));
        await using var db = await router.DbAsync();
        Assert.False((await db.Members.SingleAsync(member => member.PersonId == person.Id)).IsLead);
    }

    [Fact]
    public async Task Who_is_in_no_group_that_gives_anything_is_told_so_and_not_made()
    {
        var visitor = router.Visitor(new Someone("nobody", "choir"));

        var address = await visitor.SignInAsync();

        Assert.Contains("None of your groups gives you a team or a right here.", await visitor.Here.GetStringAsync(address), StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());
        Assert.Null(await router.PersonAsync("nobody"));
    }

    [Fact]
    public async Task Who_has_lost_all_groups_is_out_everywhere_once_they_try_to_come_in()
    {
        var before = router.Visitor(new Someone("leaver", "keepers"));
        await before.SignInAsync();
        var person = await router.PersonAsync("leaver");
        var (token, _) = await router.App.Services.GetRequiredService<AccessTokens>().CreateAsync("old", [Core.People.TokenScope.Read], 30, person!);

        var address = await router.Visitor(new Someone("leaver")).SignInAsync();

        Assert.Contains("why=NoGroup", address, StringComparison.Ordinal);
        Assert.False(await before.IsSignedInAsync());
        Assert.False((await router.PersonAsync("leaver"))!.IsAdmin);
        Assert.Null(await router.App.Services.GetRequiredService<AccessTokens>().BearerAsync(token!.Key));
    }

    [Fact]
    public async Task Who_was_shut_out_here_is_not_let_in_whatever_their_groups()
    {
        await router.Visitor(new Someone("banned", "implementation")).SignInAsync();
        await router.App.Services.GetRequiredService<PeopleDirectory>().ShutOutAsync([(await router.PersonAsync("banned"))!.Id]);
        var visitor = router.Visitor(new Someone("banned", "implementation", "keepers"));

        var address = await visitor.SignInAsync();

        Assert.Contains("You may not come in any more.", await visitor.Here.GetStringAsync(address), StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());
        Assert.False((await router.PersonAsync("banned"))!.IsAdmin);
    }

    [Fact]
    public async Task Groups_that_the_provider_tells_only_when_asked_count_too()
    {
        await router.Visitor(new Someone("later", "customer-engineers") { TellsGroupsLater = true }).SignInAsync();

        Assert.Equal("ce", (await router.PersonAsync("later"))!.TeamId);
    }

    [Fact]
    public async Task Who_is_in_more_groups_than_the_provider_tells_keeps_what_they_have_and_reads_why()
    {
        await router.Visitor(new Someone("joiner", "keepers")).SignInAsync();
        var visitor = router.Visitor(new Someone("joiner"));
        router.Provider.Twist = token =>
        {
            token.Remove("groups");
            token["_claim_names"] = new System.Text.Json.Nodes.JsonObject { ["groups"] = "src1" };
        };

        Assert.Contains("why=TooManyGroups", await visitor.SignInAsync(), StringComparison.Ordinal);

        Assert.True((await router.PersonAsync("joiner"))!.IsAdmin);
    }
}
