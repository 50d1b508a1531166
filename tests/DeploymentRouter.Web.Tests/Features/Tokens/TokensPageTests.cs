using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Features.Tokens;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Tokens;

public sealed class TokensPageTests : RequestRoom
{
    private static readonly Person Bram = DemoPeople.Find("bram-copperkettle")!.Person;
    private static readonly Person Quill = DemoPeople.Find("quill-mossgate")!.Person;

    private AccessTokens Tokens => Services.GetRequiredService<AccessTokens>();

    [Fact]
    public async Task A_token_is_made_with_what_was_chosen_and_its_key_is_shown_once()
    {
        SignIn(Bram);
        var page = Open();
        Assert.Contains("None yet.", page.Markup, StringComparison.Ordinal);

        await page.Find("#token-name").ChangeAsync(new ChangeEventArgs { Value = "Nightly export" });
        await page.FindAll(".scope input")[(int)TokenScope.Act].ChangeAsync(new ChangeEventArgs { Value = true });
        await page.Find("#token-days").ChangeAsync(new ChangeEventArgs { Value = "30" });
        await page.Find("form").SubmitAsync();

        var key = page.WaitForElement("#token-key").TextContent;
        var bearer = await Tokens.BearerAsync(key);
        Assert.Equal((Bram.Id, "Read Act"), (bearer!.Person.Id, string.Join(' ', bearer.Scopes)));
        var line = Assert.Single(await Tokens.OfPersonAsync(Bram.Id));
        Assert.Equal(Time.GetUtcNow().UtcDateTime.AddDays(30), line.ExpiresAt);
        Assert.Equal(key, page.Find("[data-copy]").GetAttribute("data-copy"));
        Assert.Contains("Read and Act", page.Find(".token").TextContent, StringComparison.Ordinal);

        await page.FindAll(".btn").Single(button => button.TextContent == "I have it").ClickAsync(new());
        Assert.DoesNotContain(key, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(key, Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_the_name_and_nothing_is_made()
    {
        SignIn(Bram);
        var page = Open();

        await page.Find("form").SubmitAsync();

        Assert.Equal("Say in 1 to 80 characters what the token is for.", page.WaitForElement(".msg").TextContent);
        Assert.Empty(await Tokens.OfPersonAsync(Bram.Id));
    }

    [Fact]
    public async Task A_token_is_revoked_only_after_it_was_asked_for_twice()
    {
        await Tokens.CreateAsync("Old export", [TokenScope.Read], 3, Bram);
        SignIn(Bram);
        var page = Open();
        Assert.Contains("Never used", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find(".facts .state"));

        await page.Find(".token .btn").ClickAsync(new());
        Assert.Single(await Tokens.OfPersonAsync(Bram.Id));
        Assert.Contains("Revoke Old export?", Dialogs.Markup, StringComparison.Ordinal);
        await Dialogs.Find(".btn.primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".token")));
        Assert.Empty(await Tokens.OfPersonAsync(Bram.Id));
        ToastRack.WaitForAssertion(() => Assert.Contains("Old export is revoked.", ToastRack.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_does_not_lead_a_team_reads_who_looks_after_its_tokens()
    {
        SignIn(Bram);
        var page = Open("ie");

        Assert.Contains("IE has no lead yet.", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task A_lead_makes_a_token_of_the_team()
    {
        var ie = Services.GetRequiredService<PlaybookInForce>().Current.Team("ie");
        await Services.GetRequiredService<TeamDesk>().SetLeadAsync(ie, Bram.Id, true, Quill);
        SignIn(Bram);
        Assert.Equal("/account/tokens?team=ie", Open().Find(".elsewhere a").GetAttribute("href"));
        var page = Open("ie");

        await page.Find("#token-name").ChangeAsync(new ChangeEventArgs { Value = "Provisioner" });
        await page.Find("form").SubmitAsync();

        Assert.StartsWith("drt_", page.WaitForElement("#token-key").TextContent, StringComparison.Ordinal);
        Assert.Equal("Provisioner", Assert.Single(await Tokens.OfTeamAsync("ie")).Name);
        Assert.Empty(await Tokens.OfPersonAsync(Bram.Id));
    }

    private IRenderedComponent<TokensPage> Open(string? team = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(TokensPage.Address(team));
        var page = Render<TokensPage>();
        page.WaitForState(() => page.FindAll(".page-head").Count > 0);
        return page;
    }
}
