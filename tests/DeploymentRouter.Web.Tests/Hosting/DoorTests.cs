using System.Net;
using System.Text;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>What holds for every door of the application, found where the application itself finds them.</summary>
public sealed class DoorTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Elsewhere = "evil.example";

    [Fact]
    public async Task No_form_of_another_site_changes_anything()
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "quill-mossgate");
        var doors = Doors.Of(app).Where(door => door is { Changes: true, IsApi: false } && !door.Text.Contains("{**", StringComparison.Ordinal)).ToList();
        Assert.True(doors.Count > 10, "The doors were not found.");

        var opened = new List<string>();
        foreach (var door in doors)
        {
            // As a form of another site would come: with the cookies, without the token that only our pages hold.
            using var answer = await visitor.SendAsync(new HttpRequestMessage(new HttpMethod(door.Method), door.Path(Door.Fitting)) { Content = new FormUrlEncodedContent([new("person", "wren-lanternby")]) });
            if ((int)answer.StatusCode < 300 || (int)answer.StatusCode >= 500) opened.Add($"{door.Text}: {answer.StatusCode}");
        }

        Assert.Empty(opened);
        Assert.Contains("Quill Mossgate", await visitor.GetStringAsync("/requests"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_cookie_opens_the_API()
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "quill-mossgate");
        var doors = Doors.Of(app).Where(door => door.IsApi && !door.Text.Contains("{**", StringComparison.Ordinal)).ToList();
        Assert.True(doors.Count > 10, "The doors were not found.");

        foreach (var door in doors)
        {
            var call = new HttpRequestMessage(new HttpMethod(door.Method), door.Path(Door.Fitting));
            if (door.Changes) call.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await visitor.SendAsync(call);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{door.Text}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData($"https://{Elsewhere}/")]
    [InlineData($"//{Elsewhere}/")]
    [InlineData($"/\\{Elsewhere}/")]
    [InlineData($"\\\\{Elsewhere}/")]
    [InlineData($"/\t/{Elsewhere}/")]
    [InlineData($"\t//{Elsewhere}/")]
    [InlineData($"https:{Elsewhere}")]
    [InlineData($"/x\r\nLocation: https://{Elsewhere}/")]
    [InlineData($"/@{Elsewhere}/../..//{Elsewhere}")]
    public async Task No_door_leads_out_of_the_site(string address)
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "quill-mossgate");
        var query = string.Join('&', new[] { "returnUrl", "redirectUri", "redirect_uri", "url", "next" }.Select(name => $"{name}={Uri.EscapeDataString(address)}"));
        foreach (var door in Doors.Of(app).Where(door => door.Method is "GET"))
        {
            using var answer = await visitor.GetAsync($"{door.Path(Door.Fitting)}?{query}");
            AssertStays(door.Text, answer);
        }

        AssertStays("POST /sign-in/demo", await RunningApp.SignInAsync(visitor, "wren-lanternby", address));
    }

    private static void AssertStays(string door, HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not { } location) return;
        var landed = new Uri(new Uri("http://localhost/"), location.OriginalString.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal));
        Assert.True(landed.Host is "localhost", $"{door} leads to {location}");
    }
}
