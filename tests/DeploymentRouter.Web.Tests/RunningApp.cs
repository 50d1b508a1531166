using System.Text.RegularExpressions;
using DeploymentRouter.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace DeploymentRouter.Web.Tests;

/// <summary>The whole application in Development, with a data directory of its own.</summary>
public sealed partial class RunningApp : WebApplicationFactory<Program>
{
    // Tests call as fast as they can; those of the limits set their own.
    private const string Plenty = "10000000";

    private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;

    /// <summary>Where it keeps everything.</summary>
    public string DataDirectory => _data;

    /// <summary>The exceptions that nobody caught.</summary>
    public SeenFaults Faults { get; } = new();

    /// <summary>Configuration beyond the usual; to be set before the first use.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>A visitor with a cookie jar who looks at redirects instead of following them.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Presses the button of a demo person on the sign-in page.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string personId, string? returnUrl = null)
    {
        var page = await visitor.GetStringAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl ?? "")}");
        return await visitor.PostAsync("/sign-in/demo", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", TokenIn(page)),
            new("person", personId),
            new("returnUrl", returnUrl ?? ""),
        ]));
    }

    public static string TokenIn(string page) => Token().Match(page).Groups["value"].Value;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder
            .UseSetting("Data:Directory", _data)
            .UseSetting("Api:CallsPerMinute:PerToken", Plenty)
            .UseSetting("Api:CallsPerMinute:PerAddress", Plenty)
            .UseSetting("Api:CallsPerMinute:PerOwner", Plenty)
            .UseSetting("Api:CallsPerMinute:InTotal", Plenty)
            .UseSetting("Api:CallsPerMinute:WithoutToken", Plenty)
            .UseSetting("Serilog:MinimumLevel:Default", "Warning")
            .UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Warning");
        builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(Faults));
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
