using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests;

/// <summary>The application on a real port with a data directory of its own, and one browser for all tests.</summary>
public sealed class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Site() => UseKestrel(0);

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Opens a window of its own: own cookies, theme and size.</summary>
    public async Task<Visit> VisitAsync(Look look = Look.Light, int width = 1440)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ColorScheme = look is Look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            HasTouch = width < 500,
        });
        return new Visit(await context.NewPageAsync());
    }

    /// <summary>Opens a window and signs in as a demo person, at the page asked for.</summary>
    public async Task<Visit> SignedInAsync(string personId, string page = "/", Look look = Look.Light, int width = 1440)
    {
        var visit = await VisitAsync(look, width);
        await visit.SignInAsync(personId, page);
        return visit;
    }

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        StartServer();
        var bound = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new UriBuilder(bound) { Host = "localhost" }.Uri;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await DisposeAsync();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Data:Directory", _data)
        .UseSetting("Serilog:MinimumLevel:Default", "Warning")
        .UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Warning");
}

/// <summary>One application and one browser serve all browser tests: starting them costs seconds.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<Site>
{
    public const string Name = "site";
}

public enum Look
{
    Light,
    Dark,
}
