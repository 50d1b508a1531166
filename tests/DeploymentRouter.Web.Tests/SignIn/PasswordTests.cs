using System.Diagnostics;
using System.Net;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn;

/// <summary>The door with address and password, as friends and strangers try it.</summary>
public sealed class PasswordTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private const string Wrong = "Address and password do not match, or there were too many tries.";

    [Theory]
    [InlineData("", "/playbook")]
    [InlineData("/requests?q=moss", "/requests?q=moss")]
    [InlineData("https://evil.example/", "/playbook")]
    [InlineData("//evil.example/", "/playbook")]
    [InlineData("/\\evil.example/", "/playbook")]
    public async Task Whoever_has_both_comes_in_where_they_wanted_to_go_within_the_site(string returnUrl, string lands)
    {
        await app.AdminAsync();
        var visitor = app.Visitor();
        var answer = await ProductionApp.SignInAsync(visitor, ProductionApp.AdminEmail, ProductionApp.Password, returnUrl);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(lands, new Uri(new Uri("https://localhost"), answer.Headers.Location!).PathAndQuery);
        Assert.True(await ProductionApp.IsInAsync(visitor));
    }

    [Fact]
    public async Task Nobody_learns_who_has_an_account()
    {
        var desk = app.Services.GetRequiredService<PeopleDesk>();
        var admin = await app.AdminAsync();
        await app.MemberAsync("known@pebbleworks.example");
        await app.MemberAsync("locked@pebbleworks.example");
        var disabled = await app.MemberAsync("disabled@pebbleworks.example");
        await desk.DisableAsync(disabled.Person.Id, admin);
        await desk.InviteAsync(new Newcomer("Never Came", "invited@pebbleworks.example", "ie"), admin);
        for (var i = 0; i < Attempts.Most; i++) await ProductionApp.SignInAsync(app.Visitor(), "locked@pebbleworks.example", "wrong");

        var pages = new List<string>();
        var times = new List<TimeSpan>();
        foreach (var (name, password) in new[]
                 {
                     ("nobody", ProductionApp.Password), ("known", "wrong wrong wrong"), ("locked", ProductionApp.Password), ("disabled", ProductionApp.Password), ("invited", ""), ("invited", "anything at all"),
                 })
        {
            var visitor = app.Visitor();
            var start = Stopwatch.GetTimestamp();
            var answer = await ProductionApp.SignInAsync(visitor, $"{name}@pebbleworks.example", password);
            times.Add(Stopwatch.GetElapsedTime(start));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            pages.Add(ProductionApp.Steady(await answer.Content.ReadAsStringAsync()).Replace($"{name}@", "", StringComparison.Ordinal));
            Assert.False(await ProductionApp.IsInAsync(visitor));
        }

        Assert.Contains(Wrong, pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages[0], page));
        Assert.All(times, time => Assert.True(time > TimeSpan.FromMilliseconds(490), $"{time}"));
    }

    [Fact]
    public async Task Signing_in_makes_a_session_of_its_own_and_ends_the_one_before()
    {
        await app.AdminAsync();
        var visitor = app.Visitor();
        var first = Cookie(await ProductionApp.SignInAsync(visitor, ProductionApp.AdminEmail, ProductionApp.Password));
        var thief = app.Visitor();
        thief.DefaultRequestHeaders.Add("Cookie", first);
        Assert.True(await ProductionApp.IsInAsync(thief));

        var second = Cookie(await ProductionApp.SignInAsync(visitor, ProductionApp.AdminEmail, ProductionApp.Password));

        Assert.NotEqual(first, second);
        Assert.True(await ProductionApp.IsInAsync(visitor));
        Assert.False(await ProductionApp.IsInAsync(thief));
    }

    [Fact]
    public async Task A_form_from_another_site_or_from_before_a_sign_in_is_shown_anew()
    {
        await app.AdminAsync();
        var visitor = app.Visitor();
        var answer = await visitor.PostAsync("/sign-in?returnUrl=%2Frequests", new FormUrlEncodedContent(
            [new("_handler", "password"), new("email", ProductionApp.AdminEmail), new("password", ProductionApp.Password)]));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Frequests", answer.Headers.Location?.OriginalString);
        Assert.False(await ProductionApp.IsInAsync(visitor));
    }

    [Fact]
    public async Task The_second_step_is_asked_for_once_and_nothing_opens_before_it()
    {
        var member = await app.MemberAsync("second@pebbleworks.example");
        var second = app.Services.GetRequiredService<SecondFactor>();
        var key = Base32.ToBytes((await second.ProposeAsync(member.Person.Id))!);
        var (codes, _) = await second.EnableAsync(member.Person, Totp.At(key, DateTimeOffset.UtcNow));

        var visitor = app.Visitor();
        var answer = await ProductionApp.SignInAsync(visitor, "second@pebbleworks.example", ProductionApp.Password, "/requests?q=moss");
        Assert.Equal("/sign-in/second-step?returnUrl=%2Frequests%3Fq%3Dmoss", answer.Headers.Location?.OriginalString);
        Assert.False(await ProductionApp.IsInAsync(visitor));

        var refused = await ProductionApp.SendAsync(visitor, answer.Headers.Location!.OriginalString, "second-step", ("code", "123456"));
        Assert.Contains("This code is not right", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await ProductionApp.IsInAsync(visitor));

        var done = await ProductionApp.SendAsync(visitor, answer.Headers.Location!.OriginalString, "second-step", ("code", codes[0]));
        Assert.Equal("/requests?q=moss", done.Headers.Location?.OriginalString);
        Assert.True(await ProductionApp.IsInAsync(visitor));
    }

    [Fact]
    public async Task A_key_of_an_app_is_sealed_and_one_from_before_is_sealed_when_it_is_used()
    {
        var member = await app.MemberAsync("sealed@pebbleworks.example");
        var second = app.Services.GetRequiredService<SecondFactor>();
        var key = (await second.ProposeAsync(member.Person.Id))!;
        Assert.StartsWith("CfDJ8", await StoredKeyAsync(member.Person.Id), StringComparison.Ordinal);
        Assert.Equal(key, await second.ProposeAsync(member.Person.Id));

        await StoreKeyAsync(member.Person.Id, key);
        var (codes, refusal) = await second.EnableAsync(member.Person, Totp.At(Base32.ToBytes(key), DateTimeOffset.UtcNow));

        Assert.Equal((SecondFactor.RecoveryCodeCount, null), (codes.Count, refusal));
        Assert.StartsWith("CfDJ8", await StoredKeyAsync(member.Person.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_keys_of_the_installation_are_gone_a_recovery_code_is_asked_for_and_opens()
    {
        var member = await app.MemberAsync("keyless@pebbleworks.example");
        var second = app.Services.GetRequiredService<SecondFactor>();
        var key = Base32.ToBytes((await second.ProposeAsync(member.Person.Id))!);
        var (codes, _) = await second.EnableAsync(member.Person, Totp.At(key, DateTimeOffset.UtcNow));
        await StoreKeyAsync(member.Person.Id, "CfDJ8-sealed-with-keys-that-are-gone");
        var visitor = app.Visitor();
        var step = (await ProductionApp.SignInAsync(visitor, "keyless@pebbleworks.example", ProductionApp.Password)).Headers.Location!.OriginalString;

        var refused = await ProductionApp.SendAsync(visitor, step, "second-step", ("code", Totp.At(key, DateTimeOffset.UtcNow.AddSeconds(30))));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("Enter one of your recovery codes", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await ProductionApp.SendAsync(visitor, step, "second-step", ("code", codes[0]))).StatusCode);
        Assert.True(await ProductionApp.IsInAsync(visitor));
    }

    [Fact]
    public async Task A_reset_ends_sessions_and_revokes_the_access_tokens_of_the_person_and_none_of_the_team()
    {
        var member = await app.MemberAsync("reset@pebbleworks.example");
        var (tokens, admin) = (app.Services.GetRequiredService<AccessTokens>(), await app.AdminAsync());
        var (own, _) = await tokens.CreateAsync("own", [TokenScope.Read], 1, member.Person);
        var (team, _) = await tokens.CreateAsync("team", [TokenScope.Read], 1, member.Person, "ie");
        var visitor = app.Visitor();
        await ProductionApp.SignInAsync(visitor, "reset@pebbleworks.example", ProductionApp.Password);
        Assert.True(await ProductionApp.IsInAsync(visitor));

        var (code, _) = await app.Services.GetRequiredService<PeopleDesk>().MakeLinkAsync(member.Person.Id, admin);
        Assert.NotNull(await tokens.BearerAsync(own!.Key));
        await ChooseAsync(app.Visitor(), "/" + LinkCode.Path(code!), "seven quiet clarinets at dusk");

        Assert.False(await ProductionApp.IsInAsync(visitor));
        Assert.Null(await tokens.BearerAsync(own.Key));
        Assert.NotNull(await tokens.BearerAsync(team!.Key));
    }

    [Fact]
    public async Task Nobody_begins_with_the_second_step()
    {
        var visitor = app.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", "__Host-router.second=made-up");

        Assert.Equal("/sign-in", (await visitor.GetAsync("/sign-in/second-step")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_link_opens_a_page_that_can_be_looked_at_and_used_once()
    {
        var (code, _) = await app.Services.GetRequiredService<PeopleDesk>().InviteAsync(new Newcomer("Una Welcome", "una@pebbleworks.example", "ie"), await app.AdminAsync());
        var page = "/" + LinkCode.Path(code!);
        var visitor = app.Visitor();
        Assert.Contains("Welcome, Una Welcome", await visitor.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Contains("Use at least 12", await (await ChooseAsync(visitor, page, "short")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var answer = await ChooseAsync(visitor, page, ProductionApp.Password);

        Assert.Equal("/queues/ie", answer.Headers.Location?.OriginalString);
        Assert.True(await ProductionApp.IsInAsync(visitor));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/welcome")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_goes_over_HTTPS_only()
    {
        await app.AdminAsync();
        var answer = await ProductionApp.SignInAsync(app.Visitor(), ProductionApp.AdminEmail, ProductionApp.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("__Host-router.person=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient visitor, string page, string password) =>
        ProductionApp.SendAsync(visitor, page, "welcome", ("password", password), ("again", password));

    private async Task<string> StoredKeyAsync(string personId)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        return (await db.Set<IdentityUserToken<string>>().SingleAsync(token => token.UserId == personId && token.Name == "Key")).Value!;
    }

    private async Task StoreKeyAsync(string personId, string value)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        await db.Set<IdentityUserToken<string>>().Where(token => token.UserId == personId && token.Name == "Key").ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, value));
    }

    private static string Cookie(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("__Host-router.person=", StringComparison.Ordinal)).Split(';')[0];
}
