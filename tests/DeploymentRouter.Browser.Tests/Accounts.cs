using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests;

/// <summary>People with accounts of their own, beside the demo people or without them.</summary>
internal static class Accounts
{
    public const string Password = "violet teapot on a glacier";

    /// <summary>An administrator.</summary>
    public static async Task<Person> AdminAsync(this Site site, string email) =>
        (await site.Services.GetRequiredService<FirstAdministrator>().CreateAsync("Marlow Tidewater", email, Password, new Person("test", "Test", "", IsAdmin: true))).Person!;

    /// <summary>Somebody of Sales.</summary>
    public static async Task MemberAsync(this Site site, string name, string email, Person admin)
    {
        var (code, _) = await site.Services.GetRequiredService<PeopleDesk>().InviteAsync(new Newcomer(name, email, "sales"), admin);
        await site.Services.GetRequiredService<Links>().UseAsync(code, Password);
    }

    /// <summary>Opens a window and signs in with address and password.</summary>
    public static async Task<Visit> WithPasswordAsync(this Site site, string email, string page)
    {
        var visit = await site.VisitAsync();
        await visit.Page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(page)}");
        await visit.FillAsync(("Mail address", email), ("Password", Password));
        await visit.PressAsync("Sign in");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, page).ToString());
        await visit.LiveAsync();
        return visit;
    }
}
