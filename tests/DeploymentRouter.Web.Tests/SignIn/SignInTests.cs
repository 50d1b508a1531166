using System.Net;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Tests.SignIn;

public sealed class SignInTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/requests?q=moss")]
    [InlineData("/no-such-page")]
    public async Task A_stranger_is_sent_to_sign_in_and_back_afterwards(string page)
    {
        var answer = await app.Visitor().GetAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(page)}", answer.Headers.Location!.PathAndQuery);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health")]
    [InlineData("/tokens.css")]
    [InlineData("/error")]
    public async Task What_is_needed_before_signing_in_is_open(string page) =>
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().GetAsync(page)).StatusCode);

    [Fact]
    public async Task Each_role_has_somebody_and_CE_and_IE_have_two()
    {
        var page = await app.Visitor().GetStringAsync("/sign-in");

        Assert.All(DemoPeople.All, demo => Assert.Contains($"value=\"{demo.Person.Id}\"", page, StringComparison.Ordinal));
        Assert.Equal(
            ["", "ce", "ce", "cloud", "ie", "ie", "sales", "tam", "tpm"],
            DemoPeople.All.Select(demo => demo.Person.TeamId).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("wren-lanternby", "/my-work")]
    [InlineData("juniper-goldfinch", "/requests")]
    [InlineData("bram-copperkettle", "/queues/ie")]
    [InlineData("quill-mossgate", "/playbook")]
    public async Task Each_role_lands_where_its_work_is(string person, string page)
    {
        var answer = await RunningApp.SignInAsync(app.Visitor(), person);

        Assert.Equal(page, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_in_opens_the_page_that_was_asked_for_under_the_chosen_name()
    {
        var visitor = app.Visitor();
        var answer = await RunningApp.SignInAsync(visitor, "bram-copperkettle", "/?from=mail");
        Assert.Equal("/?from=mail", answer.Headers.Location!.OriginalString);

        var page = await visitor.GetStringAsync("/?from=mail");
        Assert.Contains("Bram Copperkettle", page, StringComparison.Ordinal);
        Assert.DoesNotContain("New request", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task No_link_can_lead_out_of_the_site(string returnUrl)
    {
        var answer = await RunningApp.SignInAsync(app.Visitor(), "wren-lanternby", returnUrl);

        Assert.Equal("/my-work", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_form_of_another_site()
    {
        var visitor = app.Visitor();
        var answer = await visitor.PostAsync("/sign-in/demo", new FormUrlEncodedContent([new("person", "quill-mossgate")]));

        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Switching_person_replaces_the_first_and_signing_out_forgets_both()
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");
        await RunningApp.SignInAsync(visitor, "hazel-evergreen");
        var page = await visitor.GetStringAsync("/");
        Assert.Contains("Hazel Evergreen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Wren Lanternby", page, StringComparison.Ordinal);

        var answer = await visitor.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", RunningApp.TokenIn(page))]));
        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_form_of_another_site()
    {
        var visitor = app.Visitor();
        await RunningApp.SignInAsync(visitor, "wren-lanternby");
        await visitor.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        var answer = await RunningApp.SignInAsync(app.Visitor(), "wren-lanternby");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("router.person=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
