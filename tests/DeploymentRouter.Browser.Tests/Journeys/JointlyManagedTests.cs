using DeploymentRouter.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class JointlyManagedTests(EmptySite site)
{
    private const string Customer = "Hazelbrook Lanterns";

    [BrowserFact]
    public async Task A_Jointly_Managed_request_goes_from_the_first_answer_to_the_TAM()
    {
        await using var ce = await site.SignedInAsync(People.Ce, "/my-work");
        var request = await FileAsync(await Intake.BeginAsync(ce), ce);
        await SendToIeAsync(request);

        await using var ie = await site.SignedInAsync(People.Ie, "/queues/ie");
        await SendBackAndAnswerAsync(ie, request);
        await QualifyByKeyAsync(ie, request);
        await KickOffAsync(await RequestPage.OpenAsync(ie, request.Number));

        await using var tpm = await site.SignedInAsync(People.Tpm, "/my-work");
        var planned = await PlanAsync(await RequestPage.OpenAsync(tpm, request.Number));
        await DeployAsync(await RequestPage.OpenAsync(ie, request.Number));
        await HandOverAsync(planned);

        await using var tam = await site.SignedInAsync(People.Tam, "/queues/tam");
        await new QueuePage(tam).OpenAsync(Customer);
        await new QueuePage(tam).PressAsync("Accept");
        await request.IsAsync("Delivered");
    }

    // Their answers change on the way: one that is no longer asked is kept and counts for nothing.
    private static async Task<RequestPage> FileAsync(Intake intake, Visit ce)
    {
        await intake.CustomerAsync(Customer, "New production");
        await intake.AnswerUpToCodeHostsAsync("31,000", "260,000");
        await intake.GoToAsync("Cloud fit");
        await intake.SelectAsync("Where must the data stay?", "European Union");
        await intake.GoToAsync("Code hosts");
        await intake.ChooseAsync("Where does the customer keep their code?", "GitHub", "Perforce");
        await intake.ChooseAsync("How can we reach", "Over the public internet");
        await intake.GoToAsync("Waiting for Cloud");
        await intake.ChooseAsync("Will the customer wait", "Yes");
        await Expect(intake.SoFar).ToContainTextAsync("Outcome");
        await Expect(intake.SoFar).ToContainTextAsync("Cloud");

        await intake.GoToAsync("Code hosts");
        await intake.ChooseAsync("How can we reach", "Through a private link");
        await intake.GoToAsync("Hosting");
        await intake.ChooseAsync("Where would it run?", "Their own data centre");
        await intake.ChooseAsync("Does a company rule", "Yes");
        await Expect(ce.Page.GetByText("Saved", new() { Exact = false }).First).ToBeVisibleAsync();
        await Expect(intake.SoFar).ToContainTextAsync("Jointly Managed");

        await ce.Page.ReloadAsync();
        await ce.LiveAsync();
        await Expect(intake.Answer("Where would it run?", "Their own data centre")).ToBeCheckedAsync();
        await Expect(intake.Answer("Does a company rule", "Yes")).ToBeCheckedAsync();
        await intake.GoToAsync("Size");
        await Expect(intake.Field("How many people")).ToHaveValueAsync("31,000");
        await intake.GoToAsync("Customer");
        await Expect(intake.Field("Customer")).ToHaveValueAsync(Customer);

        await ce.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Go to check your answers" }).ClickAsync();
        await intake.IsOnAsync("Check your answers");
        await Expect(ce.Page.Locator("section.unused")).ToContainTextAsync("The customer waits until Cloud has built it");
        await ce.AssertWellAsync();
        return await intake.SendAsync("Start: IE request");
    }

    private static async Task SendToIeAsync(RequestPage request)
    {
        await request.IsWithAsync("CE", "IE request");
        await Expect(request.Why).ToContainTextAsync("private link");
        await Expect(request.Next).ToContainTextAsync("Fill in first: Opportunity, Technical design document");
        await request.FillAsync(
            ("Opportunity", "https://crm.vendor.example/opportunities/7"),
            ("Technical design document", "https://docs.vendor.example/design"),
            ("Expected deployment type", "Kubernetes"),
            ("Expected hosting provider", "Their own data centre"));
        await request.PressAsync("Send to IE for qualification");
        await request.IsWithAsync("IE", "Qualification");
    }

    private static async Task SendBackAndAnswerAsync(Visit ie, RequestPage request)
    {
        const string missing = "The design names no largest repository.";
        var queue = new QueuePage(ie);
        await queue.OpenAsync(Customer);
        await queue.AskAgainAsync("More information");
        await queue.NoteAsync(missing);
        await queue.PressAsync("Send back");
        await Expect(queue.Row(Customer)).ToHaveCountAsync(0);

        await Expect(request.Banner).ToContainTextAsync("Bram Copperkettle sent it back.");
        await Expect(request.Banner).ToContainTextAsync(missing);
        await request.IsWithAsync("CE", "IE request");
        await request.CommentAsync("The largest repository is 12 GB, it is in the design now.");
        // Only what was asked: the answers that carry the decision still hold, and one field is different.
        await Expect(request.Reply).ToContainTextAsync("How we reach them");
        await Expect(request.Reply.GetByLabel("Technical design document")).ToHaveCountAsync(0);
        await request.Reply.GetByLabel("More information").FillAsync("The largest repository is 12 GB.");
        await request.PressAsync("Answer and send to IE");
        await request.IsWithAsync("IE", "Qualification");
    }

    private static async Task QualifyByKeyAsync(Visit ie, RequestPage request)
    {
        var queue = new QueuePage(ie);
        await queue.OpenAsync(Customer);
        await Expect(queue.Review).ToContainTextAsync("The largest repository is 12 GB.");
        await ie.Page.Keyboard.PressAsync("1");
        await Expect(queue.Toast).ToContainTextAsync($"{Customer}: you finished Qualification");
        await request.IsWithAsync("IE", "Kick-off");
    }

    private static async Task KickOffAsync(RequestPage request)
    {
        await request.TickEverythingAsync();
        await request.PressAsync("Kick-off is done");
        await request.IsWithAsync("TPM", "Project plan");
    }

    private static async Task<RequestPage> PlanAsync(RequestPage request)
    {
        await request.AcceptAsync();
        await request.TickEverythingAsync();
        await request.PressAsync("Plan is accepted");
        await request.IsWithAsync("IE", "Kubernetes deployment");
        return request;
    }

    private static async Task DeployAsync(RequestPage request)
    {
        await request.AcceptAsync();
        await request.TickEverythingAsync();
        await request.PressAsync("Deployment is done");
        await request.IsWithAsync("TPM", "Hand over to TAM");
    }

    private static async Task HandOverAsync(RequestPage request)
    {
        await request.AcceptAsync();
        await request.FillAsync(RequestPage.HandOverDocument);
        await request.PressAsync("Offer to TAM");
        await Expect(request.Banner).ToContainTextAsync("Waits for TAM to accept.");
    }
}
