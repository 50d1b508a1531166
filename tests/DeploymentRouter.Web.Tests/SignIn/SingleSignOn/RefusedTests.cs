using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

/// <summary>Who was not let in by the provider stands in the audit like who typed a wrong password.</summary>
[Collection(ProviderAppTests.Name)]
public sealed class RefusedTests(ProviderApp router)
{
    [Fact]
    public async Task Somebody_who_was_shut_out_is_named()
    {
        await router.Visitor(new Someone("barred", "implementation")).SignInAsync();
        var person = (await router.PersonAsync("barred"))!;
        var admin = DemoPeople.All.Single(demo => demo.Person.IsAdmin).Person;
        Assert.True((await router.App.Services.GetRequiredService<PeopleDesk>().DisableAsync(person.Id, admin)).Succeeded);

        await router.Visitor(new Someone("barred", "implementation")).SignInAsync();

        Assert.Equal((AuditLog.OfPerson(person.Id), $"was refused as {person.Name}: single sign-on, the person is shut out"), await LastAsync());
    }

    [Fact]
    public async Task Somebody_nobody_knows_is_not_named()
    {
        await router.Visitor(new Someone("passer-by", "gardeners")).SignInAsync();

        Assert.Equal(("", "was refused: single sign-on, none of the groups gives anything here"), await LastAsync());
    }

    [Fact]
    public async Task An_answer_that_somebody_else_has_signed_is_there_too()
    {
        var visitor = router.Visitor(new Someone("forged", "implementation"));
        router.Provider.SignsWithAnotherKey = true;

        await visitor.SignInAsync();

        Assert.Equal(("", "was refused: single sign-on, what came back could not be trusted"), await LastAsync());
    }

    [Fact]
    public async Task A_call_that_belongs_to_no_sign_in_leaves_no_line()
    {
        var before = await CountAsync();
        await router.App.Visitor().GetAsync("/sign-in/sso/callback?code=1&state=2");
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task When_the_provider_ends_a_session_the_audit_says_that_it_did()
    {
        var visitor = router.Visitor(new Someone("sent-home", "implementation"));
        await visitor.SignInAsync();
        var person = (await router.PersonAsync("sent-home"))!;
        await using var db = await router.DbAsync();
        var session = await db.Sessions.SingleAsync(one => one.PersonId == person.Id);

        await router.App.Services.GetRequiredService<Sessions>().EndAsync(session.Id, person.Id, new("", "The identity provider", "", IsAdmin: false));

        var line = await db.Audit.OrderByDescending(one => one.Id).FirstAsync(one => one.Kind == AuditKinds.SessionEnded);
        Assert.Equal("The identity provider", line.ByName);
        Assert.StartsWith($"ended a session of {person.Name}", line.Text, StringComparison.Ordinal);
    }

    private async Task<(string Subject, string Text)> LastAsync()
    {
        await using var db = await router.DbAsync();
        var line = await db.Audit.OrderByDescending(one => one.Id).FirstAsync(one => one.Kind == AuditKinds.SignInRefused);
        return (line.Subject, line.Text);
    }

    private async Task<int> CountAsync()
    {
        await using var db = await router.DbAsync();
        return await db.Audit.CountAsync(one => one.Kind == AuditKinds.SignInRefused);
    }
}
