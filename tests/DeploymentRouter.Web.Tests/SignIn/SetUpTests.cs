using System.Net;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn;

/// <summary>The first start on a server: nobody can come in but who reads the log.</summary>
public sealed class SetUpTests : IDisposable
{
    private readonly ProductionApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Who_has_the_code_makes_the_first_administrator_and_then_the_page_is_gone()
    {
        var visitor = _app.Visitor();
        var answer = await SetUpAsync(visitor, _app.SetUpCode.Text.ToLowerInvariant());

        Assert.Equal("/playbook", answer.Headers.Location?.OriginalString);
        Assert.True(await ProductionApp.IsInAsync(visitor));
        var gone = await _app.Visitor().GetAsync("/set-up");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("There is nothing to set up", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_opened_before_somebody_else_was_first_makes_nobody()
    {
        var visitor = _app.Visitor();
        var token = RunningApp.TokenIn(await visitor.GetStringAsync("/set-up"));
        await _app.AdminAsync();
        var answer = await visitor.PostAsync("/set-up", new FormUrlEncodedContent(
        [
            new("_handler", "set-up"), new("__RequestVerificationToken", token), new("code", _app.SetUpCode.Text), new("name", "Second"),
            new("email", "second@pebbleworks.example"), new("password", ProductionApp.Password), new("again", ProductionApp.Password),
        ]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await ProductionApp.IsInAsync(visitor));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA")]
    public async Task Without_the_code_nobody_gets_in(string code)
    {
        var visitor = _app.Visitor();
        var answer = await SetUpAsync(visitor, code);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("This is not the code that the log shows", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await _app.Services.GetRequiredService<FirstAdministrator>().IsMissingAsync());
    }

    [Theory]
    [InlineData("short", "short", "Use at least 12 characters")]
    [InlineData("Marlow.Tidewater.1", "Marlow.Tidewater.1", "what is tried first")]
    [InlineData(ProductionApp.Password, "something else", "not the same as above")]
    public async Task A_password_that_will_not_do_is_said_beside_its_field_and_nothing_else_is_lost(string password, string again, string says)
    {
        var answer = await SetUpAsync(_app.Visitor(), _app.SetUpCode.Text, password, again);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("value=\"Marlow Tidewater\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{password}\"", page, StringComparison.Ordinal);
        Assert.True(await _app.Services.GetRequiredService<FirstAdministrator>().IsMissingAsync());
    }

    [Fact]
    public async Task Nobody_here_is_invented_and_nobody_is_signed_in_without_a_secret()
    {
        var visitor = _app.Visitor();
        var page = await visitor.GetStringAsync("/sign-in");
        var demo = new FormUrlEncodedContent([new("__RequestVerificationToken", RunningApp.TokenIn(page)), new("person", "quill-mossgate")]);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/sign-in/demo", demo)).StatusCode);

        Assert.False(await ProductionApp.IsInAsync(visitor));
        Assert.All(DemoPeople.All, demo => Assert.DoesNotContain(demo.Person.Name, page, StringComparison.Ordinal));
        Assert.DoesNotContain(
            _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), endpoint => endpoint.RoutePattern.RawText is DemoSignIn.SignInPath);
        var (lines, _) = await _app.Services.GetRequiredService<PeopleList>().ReadAsync(await _app.AdminAsync());
        Assert.Equal("Marlow Tidewater", Assert.Single(lines).Name);
        await ProductionApp.SignInAsync(visitor, ProductionApp.AdminEmail, ProductionApp.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sign-in/demo")).StatusCode);
    }

    [Fact]
    public async Task The_code_cannot_be_tried_out()
    {
        using var app = new FrugalApp();
        var visitor = app.Visitor();
        for (var i = 0; i < 3; i++) await ProductionApp.SendAsync(visitor, "/set-up", "set-up", ("code", $"{i}"));

        var answer = await ProductionApp.SendAsync(visitor, "/set-up", "set-up", ("code", app.SetUpCode.Text), ("name", "M"), ("email", "m@b.example"), ("password", ProductionApp.Password), ("again", ProductionApp.Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("too many tries from your address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await app.Services.GetRequiredService<FirstAdministrator>().IsMissingAsync());
    }

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient visitor, string code, string password = ProductionApp.Password, string? again = null) =>
        ProductionApp.SendAsync(
            visitor, "/set-up", "set-up", ("code", code), ("name", "Marlow Tidewater"), ("email", ProductionApp.AdminEmail), ("password", password), ("again", again ?? password));

    private sealed class FrugalApp : ProductionApp
    {
        protected override int TriesPerMinute => 3;
    }
}
