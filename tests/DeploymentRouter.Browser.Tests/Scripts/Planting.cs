using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Browser.Tests.Scripts;

/// <summary>Types scripts into every text that the site takes, mostly as a program does.</summary>
internal static class Planting
{
    /// <summary>The mail address of somebody whose name is a script.</summary>
    public const string Mallory = "mallory@pebbleworks.example";

    public static async Task<Planted> EverywhereAsync(ScriptSite site)
    {
        var planted = new Planted();
        using var programs = new Programs(site);
        await PeopleAsync(site, programs, planted);
        await RequestAsync(site, programs, planted);
        await SentBackAsync(site, programs, planted);
        await EndsAsync(site, programs, planted);
        await HandedOverAsync(site, programs, planted);
        await TrialAsync(site, programs, planted);
        await GrowthAsync(site, programs, planted);
        await IntakeAsync(programs, planted);
        foreach (var page in (string[])["/requests?state=all", "/requests?state=all&sort=opened", "/queues", "/queues/ie?stage=qualification", "/queues/ce", "/queues/cloud", "/queues/tpm", "/my-work", "/teams/ie", "/growth"])
            planted.On(People.Ie, $"{page}");
        planted.On(People.Ce, $"/my-work");
        planted.On(People.Cloud, $"/my-work");
        return planted;
    }

    private static async Task PeopleAsync(ScriptSite site, Programs programs, Planted planted)
    {
        var quill = DemoPeople.Find(People.Admin)!.Person;
        var name = planted.In("Mallory", Newcomer.MaxName);
        var (code, _) = await site.Services.GetRequiredService<PeopleDesk>().InviteAsync(new Newcomer(name, Mallory, "ie"), quill);
        await site.Services.GetRequiredService<Links>().UseAsync(code, Accounts.Password);
        var mallory = (await site.Services.GetRequiredService<PeopleDirectory>().OfTeamAsync("ie")).Single(person => person.Name == name);
        programs.Know(mallory);
        await programs.SendAsync(mallory.Id, HttpMethod.Post, "tokens", new { name = planted.In("token", AccessTokens.MaxName), scopes = new[] { "read" }, days = 1 });
        planted.On(mallory.Id, $"/account");
        planted.On(mallory.Id, $"/account/tokens");
        planted.On(People.Admin, $"/people");
        planted.On(People.Admin, $"/audit");
        planted.On(People.Admin, $"/privacy");
        var number = await site.SendToIeAsync("Mallory's own");
        await programs.ActAsync(mallory.Id, number, "take");
        await programs.ActAsync(mallory.Id, number, "comment", new { text = planted.In("comment") });
        planted.On(mallory.Id, $"/requests/{number}");
    }

    private static async Task RequestAsync(ScriptSite site, Programs programs, Planted planted)
    {
        var number = await site.SendToIeAsync("Larkspur Foundry");
        await programs.ActAsync(People.Ce, number, "change-customer", new
        {
            name = planted.In("customer", 120),
            engagement = "new-production",
            opportunityLink = planted.AddressIn("opportunity"),
            notes = planted.In("customer notes"),
        });
        await programs.ActAsync(People.Ce, number, "answer", new
        {
            answers = new Dictionary<string, object>(StringComparer.Ordinal) { ["users_full"] = 300 },
            notes = new Dictionary<string, string>(StringComparer.Ordinal) { ["users_full"] = planted.In("note of an answer") },
        });
        await programs.ActAsync(People.Ce, number, "attach", new { title = planted.In("link", AttachmentLimits.MaxTitle), url = planted.AddressIn("address") });
        var file = planted.In("file", 90) + ".txt";
        planted.BecameIn("file", FileName.Clean(file)!);
        await programs.FileAsync(People.Ce, number, file);
        await programs.ActAsync(People.Ie, number, "pin", new { reason = planted.In("reason of a pin") });
        var request = (await site.Services.GetRequiredService<RequestStore>().FindAsync(number, Sight.Everything))!;
        var (link, _) = await site.Services.GetRequiredService<StatusLinks>()
            .MakeAsync(request.Id, 1, planted.In("note of a link"), DemoPeople.Find(People.Sales)!.Person, Sight.Everything);
        await site.Services.GetRequiredService<UnsentTexts>().KeepAsync(People.Ie, request.Id, "comment", planted.In("unsent comment"));
        planted.On(People.Ie, $"/requests/{number}");
        planted.On(People.Ce, $"/requests/{number}");
        planted.On(People.Sales, $"/requests/{number}");
        planted.On(People.Ie, $"/queues/ie?stage=qualification&at={number}");
        planted.On(null, $"/status/{link!.Secret}");
    }

    private static async Task SentBackAsync(ScriptSite site, Programs programs, Planted planted)
    {
        var number = await site.SendToIeAsync("Sent back Foundry");
        await programs.ActAsync(People.Ie, number, "send-back", new { reason = planted.In("reason of sending back"), questions = new[] { "hosting_provider" } });
        planted.On(People.Ce, $"/requests/{number}");
        planted.On(People.Ie, $"/requests/{number}");
        var answered = await site.SendToIeAsync("Answered Foundry");
        await programs.ActAsync(People.Ie, answered, "send-back", new { reason = "Look again." });
        await programs.ActAsync(People.Ce, answered, "reply", new { text = planted.In("reply") });
        planted.On(People.Ie, $"/requests/{answered}");
        planted.On(People.Ie, $"/queues/ie?at={answered}");
    }

    private static async Task EndsAsync(ScriptSite site, Programs programs, Planted planted)
    {
        var playbook = site.Services.GetRequiredService<Core.Playbooks.PlaybookInForce>().Current;
        (string Person, string Act, object Body, string? Then, object? ThenBody)[] ends =
        [
            (People.Ie, "decline", new { reason = playbook.DeclineReasons[0].Id, text = planted.In("text of a decline") }, null, null),
            (People.Ie, "decline", new { reason = playbook.DeclineReasons[0].Id, text = "No." }, "appeal", new { text = planted.In("appeal") }),
            (People.Ie, "hold", new { reason = planted.In("reason of a hold") }, null, null),
            (People.Ce, "withdraw", new { reason = planted.In("reason of withdrawing") }, null, null),
            (People.Ce, "withdraw", new { reason = "Over." }, "reopen", new { reason = planted.In("reason of reopening") }),
            (People.Ce, "override", new { strategy = "one-click", reason = playbook.OverrideReasons[0].Id, text = planted.In("text of an override") }, null, null),
        ];
        foreach (var (person, act, body, then, thenBody) in ends)
        {
            var number = await site.SendToIeAsync($"Foundry of {act}{then}");
            await programs.ActAsync(person, number, act, body);
            if (then is not null) await programs.ActAsync(People.Ce, number, then, thenBody);
            planted.On(People.Ie, $"/requests/{number}");
            planted.On(People.Ie, $"/queues/ie?at={number}");
        }
    }

    private static async Task HandedOverAsync(ScriptSite site, Programs programs, Planted planted)
    {
        var number = await site.HandedToTpmAsync("Handed Foundry");
        await programs.ActAsync(People.Tpm, number, "return", new { reason = planted.In("reason of returning") });
        planted.On(People.Tpm, $"/requests/{number}");
    }

    private static async Task TrialAsync(ScriptSite site, Programs programs, Planted planted)
    {
        var number = await site.TrialRunningAsync("Trial Foundry");
        await programs.ActAsync(People.Sales, number, "ask-for-operation", new { operation = "suspend", reason = planted.In("reason of an operation") });
        await programs.ActAsync(People.Cloud, number, "take-operation");
        await programs.ActAsync(People.Cloud, number, "complete-operation", new { note = planted.In("note of an operation") });
        await programs.ActAsync(People.Sales, number, "ask-for-operation", new { operation = "resume", reason = "Back." });
        await programs.ActAsync(People.Cloud, number, "decline-operation", new { reason = planted.In("reason against an operation") });
        await programs.ActAsync(People.Sales, number, "ask-for-operation", new { operation = "resume", reason = planted.In("open operation") });
        planted.On(People.Cloud, $"/requests/{number}");
        planted.On(People.Cloud, $"/queues/cloud?at={number}");

        var filed = await programs.SendAsync(People.Ce, HttpMethod.Post, "requests", new
        {
            customer = new { name = "Form Foundry", engagement = "trial" },
            answers = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["required_certifications"] = new[] { "soc2" },
                ["admin_access_ok"] = true,
                ["audit_logging_ok"] = true,
                ["other_cloud_blockers"] = false,
                ["hosting_region"] = "us",
                ["code_host_types"] = new[] { "github" },
                ["code_host_reachability"] = "public",
            },
        });
        var form = filed.GetProperty("number").GetInt32();
        await programs.ActAsync(People.Ce, form, "save-form", new
        {
            fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["licence_key_reference"] = planted.In("field of a form") },
        });
        planted.On(People.Ce, $"/requests/{form}");
    }

    private static async Task GrowthAsync(ScriptSite site, Programs programs, Planted planted)
    {
        var filter = new RequestFilter("Amberjack", RequestFilter.All, null, null, null, RequestOrder.Opened);
        var number = (await site.Services.GetRequiredService<RequestList>().PageAsync(filter, from: null, Sight.Everything)).Items[0].Number;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await programs.ActAsync(People.Tam, number, "record-reading", new { on = today, users = 31_001, repositories = 88_001, source = planted.In("source of a reading", 200) });
        var after = await programs.SendAsync(People.Tam, HttpMethod.Get, FormattableString.Invariant($"requests/{number}/readings"));
        var entry = after.GetProperty("items").EnumerateArray().Max(reading => reading.GetProperty("entry").GetInt32());
        await programs.ActAsync(People.Tam, number, "withdraw-reading", new { entry, reason = planted.In("reason of withdrawing a reading") });
        planted.On(People.Tam, $"/requests/{number}");
        planted.On(People.Tam, $"/requests/{number}/engage");
        await site.Services.GetRequiredService<UnsentTexts>()
            .KeepAsync(People.Tam, UnsentTexts.NoRequest, "import", "request,date,users,repositories,source\n" + planted.In("pasted readings"));
        planted.On(People.Tam, $"/growth/import");
    }

    private static async Task IntakeAsync(Programs programs, Planted planted)
    {
        var account = planted.In("account", 120);
        await programs.SendAsync(People.Sales, HttpMethod.Put, "opportunities/" + Uri.EscapeDataString(Planted.Fragment), new
        {
            account,
            source = planted.In("source", 80),
            asOf = "2026-03-02",
            owner = planted.In("owner", 200),
            link = planted.AddressIn("sales"),
            arrUsd = 250_000,
        });
        var draft = await programs.SendAsync(People.Ce, HttpMethod.Post, "drafts");
        var id = draft.GetProperty("id").GetGuid();
        await programs.SendAsync(People.Ce, HttpMethod.Patch, $"drafts/{id}", new
        {
            fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["customer.name"] = account,
                ["customer.notes"] = planted.In("notes of a draft"),
                ["customer.opportunity"] = planted.In("link of a draft"),
                ["customer.arr"] = planted.In("revenue of a draft"),
                ["customer.needed_by"] = planted.In("day of a draft"),
                ["answer.users_full"] = planted.In("number of a draft"),
                ["note.users_full"] = planted.In("note of a draft"),
            },
        });
        foreach (var step in (string[])["", "/size", "/check", "/cloud-fit"]) planted.On(People.Ce, $"/intake/{id}{step}");
    }
}
