using System.Net;
using System.Net.Http.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Tests.Api;
using DeploymentRouter.Web.Tests.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>What is answered when something of ours fails.</summary>
public sealed class UnhandledTests : IDisposable
{
    private static readonly object Handed = new { account = "Larkspur Foundry", source = "Sales system", asOf = "2026-11-01" };
    private static readonly SqliteException Locked = new("SQLite Error 5: 'database is locked'.", 5);

    private readonly RunningApp _app = new();

    [Theory]
    [InlineData("GET", "/api/v1/opportunities/1")]
    [InlineData("PUT", "/api/v1/opportunities/1")]
    [InlineData("POST", "/api/v1/opportunities")]
    public async Task A_program_is_told_that_it_failed_here(string method, string address)
    {
        var fault = new Fault("Opportunities");
        await using var app = fault.In(_app);
        using var api = await app.ApiAsync("juniper-goldfinch");
        fault.With = new InvalidOperationException("a secret of the inside");

        var answer = await api.SendAsync(new(method), address, method is "GET" ? null : method is "PUT" ? Handed : new[] { new { externalId = "1", opportunity = Handed } });

        await answer.RefusedAsync(HttpStatusCode.InternalServerError, "BrokenHere");
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertProtected(answer);
    }

    [Fact]
    public async Task A_program_is_told_when_to_come_back_to_a_busy_database()
    {
        var fault = new Fault("Opportunities");
        await using var app = fault.In(_app);
        using var api = await app.ApiAsync("juniper-goldfinch");
        fault.With = new InvalidOperationException("Not stored.", Locked);

        var answer = await api.PutAsJsonAsync("/api/v1/opportunities/1", Handed);

        await answer.RefusedAsync(HttpStatusCode.ServiceUnavailable, "Busy");
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        AssertProtected(answer);
    }

    [Fact]
    public async Task An_assistant_is_told_as_well()
    {
        var fault = new Fault("Tokens");
        await using var app = fault.In(_app);
        using var api = await app.ApiAsync("juniper-goldfinch");
        fault.With = Locked;

        await (await api.PostAsJsonAsync("/mcp", new { jsonrpc = "2.0", id = 1, method = "ping" })).RefusedAsync(HttpStatusCode.ServiceUnavailable, "Busy");
    }

    [Fact]
    public async Task A_form_that_failed_is_answered_with_the_page_about_it()
    {
        var fault = new Fault("Sessions");
        await using var app = fault.In(_app);
        var visitor = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        fault.With = new InvalidOperationException("a secret of the inside");

        var answer = await RunningApp.SignInAsync(visitor, "wren-lanternby");

        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Something went wrong on our side", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        AssertProtected(answer);
    }

    [Fact]
    public async Task Somebody_who_cannot_even_be_recognised_reads_a_sentence()
    {
        var fault = new Fault("Sessions");
        await using var app = fault.In(_app);
        var visitor = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await RunningApp.SignInAsync(visitor, "wren-lanternby");
        fault.With = Locked;

        var answer = await visitor.GetAsync("/requests");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.StartsWith("Something went wrong on our side", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertProtected(answer);
    }

    [Fact]
    public async Task A_failure_keeps_the_promise_of_HTTPS()
    {
        var fault = new Fault("Tokens");
        await using var server = new ProductionApp();
        await using var app = fault.In(server).WithWebHostBuilder(builder => builder.UseSetting("AllowedHosts", "router.example"));
        using var api = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://router.example") });
        var (admin, _) = await app.Services.GetRequiredService<FirstAdministrator>().CreateFirstAsync("Marlow Tidewater", ProductionApp.AdminEmail, ProductionApp.Password);
        var (token, _) = await app.Services.GetRequiredService<AccessTokens>().CreateAsync("test", [TokenScope.Read], 1, admin!);
        api.DefaultRequestHeaders.Authorization = new("Bearer", token!.Key);
        fault.With = Locked;

        var answer = await api.GetAsync("/api/v1/me");

        await answer.RefusedAsync(HttpStatusCode.ServiceUnavailable, "Busy");
        Assert.StartsWith("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        AssertProtected(answer);
    }

    public void Dispose() => _app.Dispose();

    private static void AssertProtected(HttpResponseMessage answer)
    {
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }
}
