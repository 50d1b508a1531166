using DeploymentRouter.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class OneClickTests(EmptySite site)
{
    [BrowserFact]
    public async Task A_One_Click_request_goes_live_with_the_TAM()
    {
        await using var ce = await site.SignedInAsync(People.Ce, "/my-work");
        var intake = await Intake.BeginAsync(ce);
        await intake.CustomerAsync("Saffron Gate Museum", "Trial or POC");
        await intake.AnswerUpToCodeHostsAsync("900", "4,000");
        await intake.AnswerOneMachineAsync();
        await Expect(intake.SoFar).ToContainTextAsync("One-Click");
        await intake.ContinueAsync("Check your answers");
        var request = await intake.SendAsync("Start: Build production");
        await request.IsWithAsync("CE", "Build production");

        await request.FillAsync(("Where production comes from", "The trial or POC environment"));
        await request.TickEverythingAsync();
        await request.Button("Production is built").DblClickAsync();
        await request.IsWithAsync("CE", "Hand over to TAM");
        await request.FillAsync(RequestPage.HandOverDocument);
        await request.PressAsync("Offer to TAM");

        await using var tam = await site.SignedInAsync(People.Tam, "/my-work");
        var taken = await RequestPage.OpenAsync(tam, request.Number);
        await taken.AcceptAsync();
        await taken.IsWithAsync("TAM", "Live, delivered");
        await request.IsWithAsync("TAM", "Live, delivered");
    }

    [BrowserFact]
    public async Task One_Click_grows_into_Jointly_Managed()
    {
        await using var ce = await site.SignedInAsync(People.Ce, "/my-work");
        var request = await FileAsync(await Intake.BeginAsync(ce));
        await BuildAsync(request);

        await using var tam = await site.SignedInAsync(People.Tam, "/my-work");
        await GrowAsync(await RequestPage.OpenAsync(tam, request.Number));

        await using var ie = await site.SignedInAsync(People.Ie, "/my-work");
        var implementation = await RequestPage.OpenAsync(ie, request.Number);
        await implementation.PressAsync("Qualify");
        await request.IsWithAsync("TPM", "Project plan");

        await using var tpm = await site.SignedInAsync(People.Tpm, "/my-work");
        var plan = await RequestPage.OpenAsync(tpm, request.Number);
        await plan.AcceptAsync();
        await plan.TickEverythingAsync();
        await plan.PressAsync("Plan is accepted");

        await implementation.IsWithAsync("IE", "Kubernetes deployment");
        await implementation.AcceptAsync();
        await Expect(implementation.Next).ToContainTextAsync("The customer accepted the cut-over");
        await implementation.TickEverythingAsync();
        await implementation.PressAsync("Deployment is done");
        await request.IsAsync("Delivered");
    }

    // Too many for one machine in the end, but a first group fits.
    private static async Task<RequestPage> FileAsync(Intake intake)
    {
        await intake.CustomerAsync("Thornapple Freight", "New production");
        await intake.AnswerUpToCodeHostsAsync("48,000", "260,000");
        await intake.AnswerOneMachineAsync();
        await intake.ContinueAsync("Initial roll-out");
        await intake.ChooseAsync("Is production wanted quickly?", "Yes");
        await intake.TypeAsync("How many people", "8,000");
        await intake.TypeAsync("How many repositories", "40,000");
        await intake.ContinueAsync("Check your answers");
        return await intake.SendAsync("Start: Build initial One-Click");
    }

    private static async Task BuildAsync(RequestPage request)
    {
        await request.IsAsync("One-Click Into Jointly Managed");
        await request.FillAsync(("Where production comes from", "Built after the contract was closed"));
        await request.TickEverythingAsync();
        await request.PressAsync("Initial One-Click is built");
        await request.IsWithAsync("CE", "Hand over to TAM");
        await request.FillAsync(
        [
            .. RequestPage.HandOverDocument,
            ("Users at full roll-out", "48,000"),
            ("Repositories at full roll-out", "260,000"),
            ("Full roll-out expected on", "2027-09-01"),
            ("Headroom left in One-Click (%)", "60"),
        ]);
        await request.PressAsync("Offer to TAM");
    }

    private static async Task GrowAsync(RequestPage request)
    {
        await request.AcceptAsync();
        await request.IsWithAsync("TAM", "Growth watch");
        await request.RecordReadingAsync("18,400", "66,000");
        await request.EngageAsync(("Opportunity", "https://crm.vendor.example/opportunities/8"), ("Expected deployment type", "Kubernetes"));
        await request.IsWithAsync("IE", "Qualification");
    }
}
