using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests.Pages;

/// <summary>A page of the site as somebody opens it over the invented customers.</summary>
/// <param name="Name">Also the beginning of its picture's name.</param>
/// <param name="Person">Who opens it; null: nobody is signed in.</param>
/// <param name="Prepare">What they do there before it is looked at.</param>
/// <param name="IsLive">Whether it answers to clicks; the others are all there when they arrive.</param>
internal sealed record SitePage(string Name, string? Person, Func<Site, Task<string>> Address, Func<IPage, Task>? Prepare = null, bool IsLive = true);

/// <summary>Every page there is, in every state that looks different.</summary>
internal static class SitePages
{
    public static IReadOnlyList<SitePage> All { get; } =
    [
        At("sign-in", null, "/sign-in") with { IsLive = false },
        At("start", People.Ce, "/"),
        At("requests", People.Sales, "/requests"),
        At("requests-none", People.Sales, "/requests?q=no+such+customer"),
        Of("request", People.Ie, "Willowisp Lamps"),
        Of("request-undecided", People.Cloud, "Greywacke Quarries"),
        Of("request-form", People.Ce, "Kettlebrook Games", page => page.ClickAsync(".why summary")),
        Of("request-sent-back", People.Ce, "Jasperline Ferries"),
        Of("request-declined", People.Ce, "Orrery & Daughters"),
        Of("request-on-hold", People.Ce, "Dapplewood Furnishings"),
        Of("request-handed-over", People.Tam, "Tessellate Tiles"),
        Of("request-overridden", People.Ce, "Kingfisher Umbrellas"),
        Of("request-withdrawn", People.Ce, "Pebble & Thistle Bakers"),
        Of("request-delivered", People.Tam, "Quillfeather Press"),
        At("request-missing", People.Sales, "/requests/4711"),
        At("queues", People.Admin, "/queues"),
        At("queue", People.Ie, "/queues/ie?stage=qualification"),
        new("queue-review", People.Ie, async site => $"/queues/ie?at={await NumberAsync(site, "Marrowbridge Orchards")}"),
        At("queue-cloud", People.Cloud, "/queues/cloud"),
        At("queue-ce", People.Ce, "/queues/ce"),
        At("queue-tpm", People.Tpm, "/queues/tpm"),
        At("queue-tam", People.Tam, "/queues/tam"),
        At("queue-empty", People.Sales, "/queues/sales"),
        At("team", People.Admin, "/teams/ie", page => page.Locator("summary").First.ClickAsync()),
        At("team-not-lead", People.OtherIe, "/teams/ie"),
        At("team-missing", People.Sales, "/teams/nobody"),
        At("tokens", People.OtherCe, "/account/tokens", page => page.ClickAsync("text=Make token")),
        At("tokens-team", People.Admin, "/account/tokens?team=ie"),
        At("tokens-not-yours", People.Sales, "/account/tokens?team=ie"),
        At("my-work", People.Ce, "/my-work"),
        At("my-work-empty", People.Admin, "/my-work"),
        .. IntakePages,
        At("intake-not-yours", People.Sales, "/requests/new"),
        At("growth", People.Tam, "/growth"),
        At("growth-import", People.Tam, "/growth/import", page => page.ClickAsync("text=Only check")),
        At("growth-none", People.Admin, "/growth?who=mine"),
        Of("request-growth", People.Tam, "Amberjack Submarines", page => page.ClickAsync("#growth summary")),
        Of("request-over", People.Sales, "Nightjar Observatories"),
        new("engage", People.Tam, async site => $"/requests/{await NumberAsync(site, "Amberjack Submarines")}/engage"),
        At("reports", People.Sales, "/reports"),
        At("reports-weeks", People.Ie, "/reports?by=week&team=ie&strategy=jointly-managed"),
        At("reports-none", People.Admin, "/reports?from=2001-01-01&to=2001-12-31"),
        At("reports-no-span", People.Admin, "/reports?from=2026-11-02&to=2026-11-01"),
        At("audit", People.Admin, "/audit"),
        At("audit-none", People.Admin, "/audit?to=2001-01-01"),
        At("audit-not-yours", People.Ce, "/audit"),
        At("playbook", People.Admin, "/playbook"),
        At("playbook-questions", People.Admin, "/playbook/questions"),
        At("playbook-stages", People.Admin, "/playbook/stages"),
        At("api", People.Ce, "/api"),
        At("api-requests", People.Ce, "/api/reference/requests", page => page.Locator("main summary").First.ClickAsync()),
        At("api-missing", People.Ce, "/api/reference/no-such-part"),
        At("people", People.Admin, "/people", page => page.Locator("summary").First.ClickAsync()),
        At("people-invite", People.Admin, "/people", page => page.ClickAsync("#invite")),
        At("people-not-yours", People.Sales, "/people"),
        At("account", People.Ce, "/account"),
        At("set-up-gone", null, "/set-up") with { IsLive = false },
        At("welcome-gone", null, "/welcome?code=0") with { IsLive = false },
        At("privacy", People.Admin, "/privacy", page => page.SelectOptionAsync("#privacy-person", "wren-lanternby")),
        At("webhooks", People.Admin, "/webhooks"),
        At("webhooks-missing", People.Admin, "/webhooks/00000000-0000-0000-0000-000000000001"),
        At("webhooks-not-yours", People.Ce, "/webhooks"),
        At("privacy-not-yours", People.Sales, "/privacy"),
        new("status", null, site => StatusAsync(site, "Willowisp Lamps")) { IsLive = false },
        new("status-undecided", null, site => StatusAsync(site, "Greywacke Quarries")) { IsLive = false },
        At("status-over", null, "/status/nothing") with { IsLive = false },
        At("parts", People.Admin, "/parts", page => page.ClickAsync("text=Show the errors")),
        At("not-found", People.Sales, "/no/such/page"),
        At("error", null, "/error") with { IsLive = false },
    ];

    public static SitePage Named(string name) => All.Single(page => page.Name == name);

    private static IEnumerable<SitePage> IntakePages =>
    [
        Draft("intake", DraftOfWren.Undecided, ""),
        Draft("intake-size", DraftOfWren.Undecided, "/size"),
        Draft("intake-cloud-fit", DraftOfWren.Undecided, "/cloud-fit"),
        Draft("intake-code-hosts", DraftOfWren.Undecided, "/code-hosts"),
        Draft("intake-hosting", DraftOfWren.Undecided, "/hosting"),
        Draft("intake-waiting-for-cloud", DraftOfWren.Undecided, "/waiting-for-cloud"),
        Draft("intake-check", DraftOfWren.Undecided, "/check"),
        Draft("intake-initial-roll-out", DraftOfWren.TwoSteps, "/initial-roll-out"),
        Draft("intake-not-asked", DraftOfWren.TwoSteps, "/waiting-for-cloud"),
        Draft("intake-errors", DraftOfWren.Wrong, "/size", page => page.ClickAsync(".foot .primary")),
        Draft("quick-check", DraftOfWren.Undecided, "/quick-check/hosting_region"),
        At("intake-missing", People.Ce, $"/intake/{Guid.Empty}"),
    ];

    private static SitePage At(string name, string? person, string address, Func<IPage, Task>? prepare = null) => new(name, person, _ => Task.FromResult(address), prepare);

    private static SitePage Of(string name, string person, string customer, Func<IPage, Task>? prepare = null) =>
        new(name, person, async site => $"/requests/{await NumberAsync(site, customer)}", prepare);

    private static SitePage Draft(string name, DraftOfWren draft, string step, Func<IPage, Task>? prepare = null) =>
        new(name, People.Ce, async site => $"/intake/{await draft.IdAsync(site)}{step}", prepare);

    private static async Task<string> StatusAsync(Site site, string customer)
    {
        var number = int.Parse(await NumberAsync(site, customer), CultureInfo.InvariantCulture);
        var request = (await site.Services.GetRequiredService<RequestStore>().FindAsync(number, Sight.Everything))!;
        var (link, _) = await site.Services.GetRequiredService<StatusLinks>()
            .MakeAsync(request.Id, StatusLinks.UsualDays, "We talk about it on Monday.", DemoPeople.Find(People.Sales)!.Person, Sight.Everything);
        return $"/status/{link!.Secret}";
    }

    private static async Task<string> NumberAsync(Site site, string customer)
    {
        var filter = new RequestFilter(customer, RequestFilter.All, null, null, null, RequestOrder.Opened);
        var page = await site.Services.GetRequiredService<RequestList>().PageAsync(filter, from: null);
        return page.Items[0].Number.ToString(CultureInfo.InvariantCulture);
    }
}
