using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn.SetUp;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

/// <summary>The application as it starts on somebody's server: nobody is in it.</summary>
public sealed class ProductionSite : Site
{
    public const string Password = "violet teapot on a glacier";

    public string SetUpCode => Services.GetRequiredService<SetUpCode>().Text;

    protected override string Environment => "Production";

    /// <summary>An administrator with an account.</summary>
    public async Task<Person> AdminAsync(string email) =>
        (await Services.GetRequiredService<FirstAdministrator>().CreateAsync("Marlow Tidewater", email, Password, new Person("test", "Test", "", IsAdmin: true))).Person!;

    /// <summary>Somebody of IE with an account.</summary>
    public async Task<Person> MemberAsync(string name, string email, Person admin)
    {
        var (code, _) = await Services.GetRequiredService<PeopleDesk>().InviteAsync(new Newcomer(name, email, "ie"), admin);
        return (await Services.GetRequiredService<Links>().UseAsync(code, Password)).Person!.Person;
    }

    /// <summary>Opens a window and signs in with address and password.</summary>
    public async Task<Visit> WithPasswordAsync(string email, string page)
    {
        var visit = await VisitAsync();
        await visit.Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(page)}");
        await visit.FillAsync(("Mail address", email), ("Password", Password));
        await visit.PressAsync("Sign in");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(Address, page).ToString());
        await visit.LiveAsync();
        return visit;
    }
}
