using DeploymentRouter.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class CloudTests(EmptySite site)
{
    private const string Customer = "Periwinkle Clinics";

    [BrowserFact]
    public async Task A_verdict_of_the_Cloud_team_routes_a_request_and_Cloud_delivers_it()
    {
        await using var ce = await site.SignedInAsync(People.Ce, "/my-work");
        var request = await FileAsync(await Intake.BeginAsync(ce));
        await request.IsAsync("Needs information");
        await Expect(request.Banner).ToContainTextAsync("Will Cloud support what the customer requires?");

        await using var cloud = await site.SignedInAsync(People.Cloud, "/queues/cloud");
        var queue = new QueuePage(cloud);
        await queue.OpenAsync(Customer);
        await Expect(queue.Review).ToContainTextAsync("HIPAA");
        await queue.PressAsync("Supported");
        await request.IsWithAsync("CE", "Managed Instance Request");
        await request.IsAsync("Cloud");

        await RequestInstanceAsync(request.Number);
        await request.IsWithAsync("Cloud", "Cloud review");
        await queue.OpenAsync(Customer);
        await queue.PressAsync("Accept");
        await request.IsWithAsync("Cloud", "Provision");

        var provision = await RequestPage.OpenAsync(cloud, request.Number);
        await provision.FillAsync(("Instance address", "https://periwinkle.cloud.example"));
        await provision.TickEverythingAsync();
        await provision.PressAsync("Hand to CE for set-up");

        await request.IsWithAsync("CE", "Set-up");
        await request.AcceptAsync();
        await request.TickEverythingAsync();
        await request.PressAsync("Set-up is done");
        await request.IsAsync("Delivered");
    }

    // Answered ahead: where it would run if Cloud will not do, and that they wait if Cloud must build. Then the verdict alone decides.
    private static async Task<RequestPage> FileAsync(Intake intake)
    {
        await intake.CustomerAsync(Customer, "New production");
        await intake.AnswerUpToCodeHostsAsync("1,200", "8,000", "SOC 2", "HIPAA");
        await intake.ChooseAsync("Where does the customer keep their code?", "GitHub");
        await intake.ChooseAsync("How can we reach", "Over the public internet");
        await intake.GoToAsync("Hosting");
        await intake.ChooseAsync("Where would it run?", "Azure");
        await intake.GoToAsync("Waiting for Cloud");
        await intake.ChooseAsync("Will the customer wait", "Yes");
        await intake.ContinueAsync("Check your answers");
        return await intake.SendAsync("Send to Cloud for a verdict");
    }

    // Sales may submit it, too.
    private async Task RequestInstanceAsync(int number)
    {
        await using var sales = await site.SignedInAsync(People.Sales, "/requests");
        var request = await RequestPage.OpenAsync(sales, number);
        await request.FillAsync(
            ("Slug", "periwinkle"),
            ("Customer admin e-mail", "admin@periwinkle.example"),
            ("CE e-mail", "wren@vendor.example"),
            ("Type", "Production"),
            ("Hosted code (GB)", "40"),
            ("Executors", "2"),
            ("Private instance access", "No"),
            ("Licence key reference", "vault/licences/periwinkle"),
            ("Agreement date", "2026-11-20"));
        await request.PressAsync("Submit to Cloud");
        await request.IsWithAsync("Cloud", "Cloud review");
    }
}
