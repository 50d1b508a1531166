using System.Text.RegularExpressions;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Tests.Api;
using DeploymentRouter.Web.Tests.SignIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>Everything that opens a door, sent to the doors while the log is at its most talkative.</summary>
public sealed class DoorSecretsTests : IDisposable
{
    private const string NewPassword = "seven quiet clarinets at dusk";
    private readonly TalkativeApp _app = new();
    private readonly List<string> _secrets = [ProductionApp.Password, NewPassword];

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Nothing_that_opens_a_door_comes_into_the_log()
    {
        var setUp = Secret(_app.SetUpCode.Text);
        _app.Log.Lines.Clear();
        await ProductionApp.SendAsync(_app.Visitor(), "/set-up", "set-up", ("code", setUp), ("name", "Marlow"), ("email", "not an address"), ("password", ProductionApp.Password), ("again", ProductionApp.Password));
        await ProductionApp.SendAsync(
            _app.Visitor(), "/set-up", "set-up", ("code", setUp), ("name", "Marlow"), ("email", ProductionApp.AdminEmail), ("password", ProductionApp.Password), ("again", ProductionApp.Password));
        Assert.False(await Get<FirstAdministrator>().IsMissingAsync());
        var admin = await _app.AdminAsync();
        await ProductionApp.SignInAsync(_app.Visitor(), ProductionApp.AdminEmail, Secret("wrong violet teapot"));

        var (invitation, _) = await Get<PeopleDesk>().InviteAsync(new Newcomer("Una Welcome", "una@pebbleworks.example", "ie"), admin);
        await ChooseAsync(Secret(invitation!), ProductionApp.Password);
        var una = (await Get<PasswordSignIn>().TryAsync("una@pebbleworks.example", ProductionApp.Password))!.Person;
        var (reset, _) = await Get<PeopleDesk>().MakeLinkAsync(una.Id, admin);
        await ChooseAsync(Secret(reset!), NewPassword);

        await SecondStepsAsync(una);
        await PasskeysAsync();
        await TokensAsync(una);

        Assert.True(_app.Log.Lines.Count > 500, "The log says nothing.");
        Assert.True(_secrets.Count >= 20, "The secrets were not found.");
        var told = _app.Log.Lines.SelectMany(line => _secrets.Where(secret => Has(line, secret)).Select(secret => $"{secret}: {line}")).ToList();
        Assert.True(told.Count == 0, string.Join('\n', told.Take(5)));
    }

    private async Task SecondStepsAsync(Person una)
    {
        var key = Secret((await Get<SecondFactor>().ProposeAsync(una.Id))!);
        var bytes = Base32.ToBytes(key);
        var (codes, _) = await Get<SecondFactor>().EnableAsync(una, Secret(Totp.At(bytes, DateTimeOffset.UtcNow)));
        foreach (var code in codes) Secret(code);
        var visitor = _app.Visitor();
        var step = (await ProductionApp.SignInAsync(visitor, "una@pebbleworks.example", NewPassword)).Headers.Location!.OriginalString;
        await ProductionApp.SendAsync(visitor, step, "second-step", ("code", codes[0].Replace('a', 'b')));
        await ProductionApp.SendAsync(visitor, step, "second-step", ("code", Secret(Totp.At(bytes, DateTimeOffset.UtcNow.AddSeconds(30)))));
        Assert.True(await ProductionApp.IsInAsync(visitor));
        visitor = _app.Visitor();
        step = (await ProductionApp.SignInAsync(visitor, "una@pebbleworks.example", NewPassword)).Headers.Location!.OriginalString;
        await ProductionApp.SendAsync(visitor, step, "second-step", ("code", codes[1]));
        Assert.True(await ProductionApp.IsInAsync(visitor));
    }

    private async Task PasskeysAsync()
    {
        var visitor = _app.Visitor();
        await ProductionApp.SignInAsync(visitor, ProductionApp.AdminEmail, ProductionApp.Password);
        var token = Secret(RunningApp.TokenIn(await visitor.GetStringAsync("/account")));
        visitor.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        foreach (var (ask, answer) in new[] { ("/sign-in/passkey/options", "/sign-in/passkey"), ("/account/passkeys/options", "/account/passkeys") })
        {
            var options = await (await visitor.PostAsync(ask, null)).Content.ReadAsStringAsync();
            Secret(Regex.Match(options, "(?<=\"challenge\":\")[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
            var signature = Secret("c2lnbmF0dXJlLW9mLWEtcGFzc2tleQ" + answer.Length);
            await visitor.PostAsync(answer, new StringContent($$"""{"id":"AQID","rawId":"AQID","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"{{signature}}","signature":"{{signature}}","authenticatorData":"{{signature}}"} }"""));
        }
    }

    private async Task TokensAsync(Person una)
    {
        var (first, _) = await Get<AccessTokens>().CreateAsync("first", Enum.GetValues<TokenScope>(), 1, una);
        Secret(first!.Key);
        var program = _app.Visitor();
        program.DefaultRequestHeaders.Authorization = new("Bearer", first.Key);
        var made = await program.SendAsync(HttpMethod.Post, "/api/v1/tokens", new { name = "second", scopes = new[] { "read" }, days = 1 });
        Secret((await made.JsonAsync()).GetProperty("key").GetString()!);
    }

    private async Task ChooseAsync(string code, string password)
    {
        await ProductionApp.SendAsync(_app.Visitor(), "/" + LinkCode.Path(code), "welcome", ("password", "short"), ("again", "short"));
        var answer = await ProductionApp.SendAsync(_app.Visitor(), "/" + LinkCode.Path(code), "welcome", ("password", password), ("again", password));
        Assert.NotNull(answer.Headers.Location);
    }

    // Six digits may stand in any number: as a word of their own.
    private static bool Has(string line, string secret) =>
        secret.Length > 6 ? line.Contains(secret, StringComparison.OrdinalIgnoreCase) : Regex.IsMatch(line, $"(?<![\\w.]){secret}(?![\\w.])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private string Secret(string secret)
    {
        Assert.NotEqual("", secret);
        _secrets.Add(secret);
        return secret;
    }

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private sealed class TalkativeApp : ProductionApp
    {
        public LogSecretsTests.Collected Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder
                .UseSetting("Serilog:MinimumLevel:Default", "Verbose")
                .UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Verbose")
                .UseSetting("Serilog:MinimumLevel:Override:System", "Verbose")
                .UseSetting("Serilog:MinimumLevel:Override:Microsoft.AspNetCore.DataProtection", "Verbose")
                .ConfigureServices(services => services.AddSingleton<ILogEventSink>(Log));
        }
    }
}
