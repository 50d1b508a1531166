using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>The log at its most talkative, and everything in it that must not be.</summary>
public sealed class LogSecretsTests(LogSecretsTests.TalkativeApp app) : IClassFixture<LogSecretsTests.TalkativeApp>
{
    [Fact]
    public async Task Neither_tokens_nor_cookies_nor_codes_come_into_the_log()
    {
        var secrets = new List<string>();
        var (token, _) = await app.Services.GetRequiredService<AccessTokens>().CreateAsync("log", [TokenScope.Read], 1, DemoPeople.Find("wren-lanternby")!.Person);
        var unknown = TokenKey.New(TokenKey.PersonPrefix);
        secrets.AddRange([token!.Key, unknown]);
        foreach (var key in secrets.ToArray())
        {
            var program = app.CreateClient();
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            await program.GetAsync("/api/v1/requests/1");
            // Where a token does not belong, but where somebody puts it all the same.
            await program.GetAsync($"/requests?q={key}&token={key}");
        }

        var visitor = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var signedIn = await RunningApp.SignInAsync(visitor, "wren-lanternby");
        secrets.AddRange(signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=', 2)[1].Split(';')[0]).Where(value => value.Length > 20));
        var page = await visitor.GetStringAsync("/requests");
        secrets.Add(RunningApp.TokenIn(page));
        const string code = "K3Y2-M5Q7-ABCD-EFGH";
        secrets.Add(code);
        await visitor.GetAsync($"/welcome?code={code}&returnUrl=%2F");
        await visitor.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", RunningApp.TokenIn(page))]));

        Assert.True(secrets.Count >= 5, "The secrets were not found.");
        Assert.True(app.Log.Lines.Count > 100, "The log says nothing.");
        var told = app.Log.Lines.Where(line => secrets.Exists(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.True(told.Count == 0, string.Join('\n', told.Take(5)));
    }

    [Fact]
    public void What_is_logged_whole_by_mistake_leaves_its_secrets_out()
    {
        var log = new Collected();
        using var logger = new LoggerConfiguration().Enrich.With<SecretsLeftOut>().WriteTo.Sink(log).CreateLogger();
        var key = TokenKey.New(TokenKey.TeamPrefix);

        logger.Information("{Text} {@Many} {@Thing} {@Map}", $"Bearer {key}", new[] { key }, new { Key = key, Number = 1 }, new Dictionary<string, string> { ["a"] = $"/x?code={key}&b=2" });

        var line = Assert.Single(log.Lines);
        Assert.DoesNotContain(key[4..], line, StringComparison.Ordinal);
        Assert.Contains("Bearer drt_…", line, StringComparison.Ordinal);
        Assert.Contains("code=…&b=2", line, StringComparison.Ordinal);
        Assert.Contains("Number: 1", line, StringComparison.Ordinal);
    }

    public sealed class Collected : ILogEventSink
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public void Emit(LogEvent logEvent) => Lines.Enqueue(
            $"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} | {string.Join(' ', logEvent.Properties.Select(one => $"{one.Key}={one.Value}"))} | {logEvent.Exception}");
    }

    public sealed class TalkativeApp : WebApplicationFactory<Program>
    {
        private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;

        public Collected Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("Data:Directory", _data)
            .UseSetting("Serilog:MinimumLevel:Default", "Verbose")
            .UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Verbose")
            .UseSetting("Serilog:MinimumLevel:Override:System", "Verbose")
            .UseSetting("Serilog:MinimumLevel:Override:Microsoft.AspNetCore.DataProtection", "Verbose")
            .ConfigureServices(services => services.AddSingleton<ILogEventSink>(Log));

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
        }
    }
}
