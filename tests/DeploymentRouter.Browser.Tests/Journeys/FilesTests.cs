using System.Globalization;
using System.Text;
using DeploymentRouter.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DeploymentRouter.Browser.Tests.Journeys;

[Collection(QuietSite.Name)]
public sealed class FilesTests(EmptySite site)
{
    [BrowserFact]
    public async Task Files_are_attached_refused_in_words_downloaded_and_removed()
    {
        var number = await site.SendToIeAsync("Marmalade Observatory");
        await using var ce = await site.SignedInAsync(People.Ce, string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"));
        await using var ie = await site.SignedInAsync(People.Ie, string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"));
        var files = ce.Page.Locator(".files");
        await Expect(files).ToContainTextAsync("Nothing yet.");

        await ce.Page.SetInputFilesAsync("#attach",
        [
            File("plan.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7 the plan")),
            File("notes.txt", "text/plain", Encoding.UTF8.GetBytes("What was said.")),
            File("page.html", "text/html", Encoding.UTF8.GetBytes("<p>Hello</p>")),
            File("large.pdf", "application/pdf", new byte[21_000_000]),
        ]);
        await Expect(files.GetByRole(AriaRole.Link, new() { Name = "plan.pdf" })).ToBeVisibleAsync();
        await Expect(files.GetByRole(AriaRole.Link, new() { Name = "notes.txt" })).ToBeVisibleAsync();
        await Expect(files.Locator(".upload.refused")).ToHaveCountAsync(2);
        await Expect(files).ToContainTextAsync("This kind of file is not taken.");
        await Expect(files).ToContainTextAsync("A file has at most 20 MB.");
        await ce.AssertWellAsync();
        await ce.ScreenshotAsync("files-light-1440");

        // Seen by others at once, and saved as it was.
        var link = ie.Page.Locator(".files").GetByRole(AriaRole.Link, new() { Name = "plan.pdf" });
        var download = await ie.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("plan.pdf", download.SuggestedFilename);
        Assert.Equal("%PDF-1.7 the plan", await System.IO.File.ReadAllTextAsync(await download.PathAsync()));

        await files.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        await ce.Page.GetByLabel("Address").FillAsync("docs.example");
        await files.GetByRole(AriaRole.Button, new() { Name = "Add the link" }).ClickAsync();
        await Expect(files).ToContainTextAsync("write a whole address");
        await ce.Page.GetByLabel("Address").FillAsync("https://docs.vendor.example/design");
        await files.GetByRole(AriaRole.Button, new() { Name = "Add the link" }).ClickAsync();
        await Expect(files.GetByRole(AriaRole.Link, new() { Name = "design" })).ToBeVisibleAsync();

        await files.GetByRole(AriaRole.Button, new() { Name = "Remove notes.txt" }).ClickAsync();
        await ce.Page.Locator(".dialog").GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(files.GetByRole(AriaRole.Link, new() { Name = "notes.txt" })).ToHaveCountAsync(0);
        await Expect(new RequestPage(ce).History).ToContainTextAsync("removed notes.txt");

        await using var narrow = await site.SignedInAsync(People.Ce, string.Create(CultureInfo.InvariantCulture, $"/requests/{number}"), Look.Dark, 360);
        await narrow.AssertWellAsync();
        await narrow.AssertFitsAsync();
        await narrow.ScreenshotAsync("files-dark-360");
    }

    private static FilePayload File(string name, string type, byte[] content) => new() { Name = name, MimeType = type, Buffer = content };
}
