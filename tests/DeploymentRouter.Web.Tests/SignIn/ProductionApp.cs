using System.Net;
using System.Text.RegularExpressions;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.SignIn.SetUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn;

/// <summary>The application as it starts on somebody's server, over HTTPS, with a data directory of its own and nobody in it.</summary>
public class ProductionApp : WebApplicationFactory<Program>
{
    public const string AdminEmail = "marlow@pebbleworks.example";
    public const string Password = "violet teapot on a glacier";

    private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;

    /// <summary>Where it keeps everything.</summary>
    public string Data => _data;

    protected virtual int TriesPerMinute => 1_000;

    public SetUpCode SetUpCode => Services.GetRequiredService<SetUpCode>();

    /// <summary>Somebody with a cookie jar who looks at redirects instead of following them.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>Fills in a form of a page and sends it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string page, string form, params (string Name, string Value)[] fields)
    {
        var html = await (await visitor.GetAsync(page)).Content.ReadAsStringAsync();
        var token = RunningApp.TokenIn(html);
        return await visitor.PostAsync(page, new FormUrlEncodedContent(
        [
            new("_handler", form), new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]));
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string email, string password, string returnUrl = "") =>
        SendAsync(visitor, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "password", ("email", email), ("password", password));

    /// <summary>The administrator; made when nobody is there.</summary>
    public async Task<Person> AdminAsync()
    {
        var (made, _) = await Services.GetRequiredService<FirstAdministrator>().CreateFirstAsync("Marlow Tidewater", AdminEmail, Password);
        return made ?? (await Services.GetRequiredService<PasswordSignIn>().TryAsync(AdminEmail, Password))!.Person;
    }

    /// <summary>Somebody of IE with an account.</summary>
    public async Task<SignedInPerson> MemberAsync(string email)
    {
        var (code, _) = await Services.GetRequiredService<PeopleDesk>().InviteAsync(new Newcomer("Isolde Marsh", email, "ie"), await AdminAsync());
        return (await Services.GetRequiredService<Links>().UseAsync(code, Password)).Person!;
    }

    /// <summary>Whether the pages open for a visitor.</summary>
    public static async Task<bool> IsInAsync(HttpClient visitor) => (await visitor.GetAsync("/requests")).StatusCode is HttpStatusCode.OK;

    /// <summary>A page as it is the same for everybody: without what is new in every answer.</summary>
    public static string Steady(string html) => Regex.Replace(html, "name=\"__RequestVerificationToken\" value=\"[^\"]+\"|<!--.*?-->", "", RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Production")
        .UseSetting("AllowedHosts", "localhost")
        .UseSetting("Data:Directory", _data)
        .UseSetting(SignInLimits.Key, TriesPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .UseSetting("Serilog:MinimumLevel:Default", "Error");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }
}
