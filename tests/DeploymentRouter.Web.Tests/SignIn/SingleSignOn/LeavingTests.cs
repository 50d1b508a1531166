using System.Net;
using System.Text.Json.Nodes;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

[Collection(ProviderAppTests.Name)]
public sealed class LeavingTests(ProviderApp router)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider_and_leads_back_to_the_sign_in_page()
    {
        var visitor = router.Visitor(new Someone("going", "implementation"));
        await visitor.SignInAsync();
        var person = await router.PersonAsync("going");

        Assert.Equal("/sign-in", await visitor.SignOutAsync());

        Assert.Contains("going", router.Provider.SignedOut);
        Assert.False(await visitor.IsSignedInAsync());
        Assert.Empty(await router.App.Services.GetRequiredService<Sessions>().OfAsync(person!.Id));
        await using var db = await router.DbAsync();
        Assert.DoesNotContain(db.ProviderSessions, origin => origin.Subject == "going");
    }

    [Fact]
    public async Task Who_came_in_another_way_is_not_led_to_the_provider()
    {
        var visitor = new ProviderVisitor(router.App);
        await RunningApp.SignInAsync(visitor.Here, "wren-lanternby");

        Assert.Equal("/sign-in", await visitor.SignOutAsync());
    }

    [Fact]
    public async Task Signing_out_there_ends_the_session_here()
    {
        var visitor = router.Visitor(new Someone("gone", "implementation"));
        await visitor.SignInAsync();
        var other = router.Visitor(new Someone("staying", "implementation"));
        await other.SignInAsync();

        Assert.Equal(HttpStatusCode.OK, await TellAsync(Token("gone")));

        Assert.False(await visitor.IsSignedInAsync());
        Assert.True(await other.IsSignedInAsync());
    }

    [Theory]
    [InlineData("signed by another")]
    [InlineData("for another application")]
    [InlineData("of another provider")]
    [InlineData("old")]
    [InlineData("no logout")]
    [InlineData("with a nonce")]
    [InlineData("about nobody")]
    public async Task Nobody_is_signed_out_by_a_token_that_is_not_right(string fault)
    {
        var visitor = router.Visitor(new Someone("steady", "implementation"));
        await visitor.SignInAsync();
        var token = Token("steady");
        switch (fault)
        {
            case "for another application": token["aud"] = "another-application"; break;
            case "of another provider": token["iss"] = "https://elsewhere.example/"; break;
            case "old": token["iat"] = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds(); break;
            case "no logout": token.Remove("events"); break;
            case "with a nonce": token["nonce"] = "abc"; break;
            case "about nobody": token.Remove("sub"); break;
        }

        Assert.Equal(HttpStatusCode.BadRequest, await TellAsync(token, withAnotherKey: fault is "signed by another"));

        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task No_link_of_another_site_signs_anybody_out()
    {
        var visitor = router.Visitor(new Someone("unmoved", "implementation"));
        await visitor.SignInAsync();

        await visitor.Here.GetAsync("/signout-oidc");
        await visitor.Here.GetAsync("/sign-out/sso/go?ticket=abc");
        await visitor.Here.GetAsync("/sign-out/sso");

        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task The_provider_is_asked_again_after_half_a_day_however_much_somebody_does()
    {
        await router.Visitor(new Someone("busy", "implementation")).SignInAsync();

        await using var db = await router.DbAsync();
        var person = await router.PersonAsync("busy");
        var session = Assert.Single(db.Sessions, session => session.PersonId == person!.Id);
        Assert.InRange(session.ExpiresAt - session.StartedAt, TimeSpan.FromHours(12), TimeSpan.FromHours(12) + TimeSpan.FromMinutes(1));
        Assert.Equal(session.ExpiresAt, session.LastsUntil);
    }

    private JsonObject Token(string subject) => new()
    {
        ["iss"] = router.Provider.Address + "/",
        ["aud"] = TestProvider.ClientId,
        ["sub"] = subject,
        ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["exp"] = DateTimeOffset.UtcNow.AddMinutes(2).ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString(),
        ["events"] = new JsonObject { [LogoutEvent] = new JsonObject() },
    };

    private async Task<HttpStatusCode> TellAsync(JsonObject token, bool withAnotherKey = false) =>
        (await router.App.Visitor().PostAsync("/sign-out/sso/back-channel", new FormUrlEncodedContent([new("logout_token", TestProvider.Sign(token, withAnotherKey))]))).StatusCode;
}
