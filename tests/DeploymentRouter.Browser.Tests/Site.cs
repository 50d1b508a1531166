using System.Net;
using DeploymentRouter.Web.DemoData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests;

/// <summary>The application on a real port with a data directory of its own and the invented customers, and one browser for all its tests.</summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    // A loaded machine answers late; what is wrong stays wrong longer than this.
    private const float PatienceMs = 15_000;

    private const string SignInCookie = "router.person";
    private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;
    private readonly Dictionary<string, string> _signedIn = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Site() => UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, Secure));

    /// <summary>Windows that stay open from test to test, by person and width.</summary>
    internal Dictionary<(string? Person, int Width), Visit> Standing { get; } = [];

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Whether the invented customers are there.</summary>
    protected virtual bool HasRequests => true;

    protected virtual string Environment => "Development";

    /// <summary>Has the port speak HTTPS; as it is, it does not.</summary>
    protected virtual void Secure(ListenOptions port)
    {
    }

    /// <summary>Opens a window of its own: own cookies, theme and size.</summary>
    /// <param name="other">Sets what else is different about it.</param>
    public async Task<Visit> VisitAsync(Look look = Look.Light, int width = 1440, Action<BrowserNewContextOptions>? other = null)
    {
        var window = new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ColorScheme = look is Look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            // The certificate of a test is nobody's.
            IgnoreHTTPSErrors = true,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            HasTouch = width < 500,
        };
        other?.Invoke(window);
        var context = await _browser!.NewContextAsync(window);
        context.SetDefaultTimeout(PatienceMs);
        return new Visit(await context.NewPageAsync());
    }

    /// <summary>Opens a window and signs in as a demo person, at the page asked for. Only the first time goes through the sign-in page.</summary>
    public async Task<Visit> SignedInAsync(string personId, string page = "/", Look look = Look.Light, int width = 1440)
    {
        var visit = await VisitAsync(look, width);
        if (_signedIn.TryGetValue(personId, out var cookie))
        {
            await visit.Page.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = SignInCookie, Value = cookie, Url = Address.ToString() }]);
            await visit.GoToAsync(page);
        }
        else
        {
            await visit.SignInAsync(personId, page);
            var cookies = await visit.Page.Context.CookiesAsync();
            _signedIn[personId] = cookies.Single(one => one.Name == SignInCookie).Value;
        }

        return visit;
    }

    /// <summary>The same person without a browser: only what the server sends.</summary>
    public async Task<HttpClient> SignedInHttpAsync(string personId)
    {
        if (!_signedIn.ContainsKey(personId)) await (await SignedInAsync(personId)).DisposeAsync();
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        http.DefaultRequestHeaders.Add("Cookie", $"{SignInCookie}={_signedIn[personId]}");
        return http;
    }

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        StartServer();
        var bound = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new UriBuilder(bound) { Host = "localhost" }.Uri;
        Assertions.SetDefaultExpectTimeout(PatienceMs);
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
        .UseEnvironment(Environment)
        .UseSetting("AllowedHosts", "localhost;127.0.0.1")
        .UseSetting("Data:Directory", _data)
        .UseSetting(DemoInstallation.RequestsKey, HasRequests ? "true" : "false")
        .UseSetting("Serilog:MinimumLevel:Default", "Warning")
        .UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Warning");
}

/// <summary>The same without requests: what is there, a test has made.</summary>
public sealed class EmptySite : Site
{
    protected override bool HasRequests => false;
}

/// <summary>One application and one browser serve all tests that look at pages: starting them costs seconds.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<Site>
{
    public const string Name = "site";
}

/// <summary>One application and one browser serve all tests that move requests.</summary>
[CollectionDefinition(Name)]
public sealed class QuietSite : ICollectionFixture<EmptySite>
{
    public const string Name = "quiet site";
}

public enum Look
{
    Light,
    Dark,
}
