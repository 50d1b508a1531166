using System.Net;
using System.Text.RegularExpressions;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

/// <summary>A browser, with cookies of the application, led step by step.</summary>
internal sealed partial class ProviderVisitor(RunningApp app)
{
    private static readonly HttpClient There = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The application in this browser.</summary>
    public HttpClient Here { get; } = app.Visitor();

    /// <summary>Presses "Sign in with …".</summary>
    /// <returns>Where the browser is sent: the provider, when all is well.</returns>
    public async Task<Uri> BeginAsync(string? returnUrl = null) => LocationOf(await Here.GetAsync("/sign-in/sso" + Query(returnUrl)));

    /// <summary>Comes to the provider.</summary>
    /// <returns>Where it sends the browser back to.</returns>
    public static async Task<Uri> AskAsync(Uri there) => LocationOf(await There.GetAsync(there));

    /// <summary>Comes back.</summary>
    /// <returns>Where the application leads on to.</returns>
    public async Task<string> ReturnAsync(Uri back) => LocationOf(await Here.GetAsync(back)).OriginalString;

    public async Task<string> SignInAsync(string? returnUrl = null) => await ReturnAsync(await AskAsync(await BeginAsync(returnUrl)));

    public async Task<bool> IsSignedInAsync() => (await Here.GetAsync("/requests")).StatusCode is HttpStatusCode.OK;

    /// <summary>Signs out, and follows wherever that leads.</summary>
    /// <returns>The last address.</returns>
    public async Task<string> SignOutAsync()
    {
        var token = RunningApp.TokenIn(await Here.GetStringAsync("/requests"));
        var leaving = LocationOf(await Here.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)])));
        if (leaving.OriginalString is "/sign-in") return "/sign-in";
        var page = await Here.GetStringAsync(leaving);
        var there = LocationOf(await Here.GetAsync(WebUtility.HtmlDecode(RefreshIn().Match(page).Groups["address"].Value)));
        return await ReturnAsync(await AskAsync(there));
    }

    private static Uri LocationOf(HttpResponseMessage answer) =>
        answer.Headers.Location ?? throw new InvalidOperationException($"No redirect but {(int)answer.StatusCode}.");

    private static string Query(string? returnUrl) => returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl);

    [GeneratedRegex("http-equiv=\"refresh\" content=\"0;url=(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RefreshIn();
}
