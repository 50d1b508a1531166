using DeploymentRouter.Core.Intake;
using DeploymentRouter.Persistence.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Browser.Tests.Pages;

/// <summary>A draft that Wren has left behind, made once on each site.</summary>
internal sealed class DraftOfWren((string Key, string Text)[] fields)
{
    private readonly Dictionary<Site, Guid> _ids = [];

    /// <summary>Cloud's verdict is open, and the customer looks like one that has a request already.</summary>
    public static DraftOfWren Undecided { get; } = new(
    [
        .. Customer("Moss & Lantern Insurers"),
        .. Answers("users_full 14,500", "repos_full 62,000", "required_certifications soc2,iso27001", "admin_access_ok yes", "audit_logging_ok ?",
            "other_cloud_blockers yes", "hosting_region eu", "code_host_types gitlab,perforce", "code_host_reachability allowlist", "hosting_provider aws"),
        (DraftKeys.Note("other_cloud_blockers"), "The works council has to agree first."),
    ]);

    /// <summary>Too many for one machine; that they would have waited for Cloud is no longer asked.</summary>
    public static DraftOfWren TwoSteps { get; } = new(
    [
        .. Customer("Thistledown Trams"),
        .. Answers("users_full 48,000", "repos_full 260,000", "required_certifications -", "admin_access_ok yes", "audit_logging_ok yes",
            "other_cloud_blockers no", "hosting_region eu", "code_host_types github", "code_host_reachability private_link", "customer_waits_for_cloud yes",
            "hosting_provider aws", "cluster_required no", "single_machine_issues no", "own_base_image not_required", "image_restrictions no",
            "wants_production_quickly yes", "users_initial 8,000"),
    ]);

    /// <summary>Numbers that are none.</summary>
    public static DraftOfWren Wrong { get; } = new([.. Customer("Umbrella Pine Studios"), .. Answers("users_full many", "repos_full 0")]);

    public async Task<Guid> IdAsync(Site site)
    {
        if (_ids.TryGetValue(site, out var known)) return known;
        var drafts = site.Services.GetRequiredService<DraftStore>();
        var draft = await drafts.StartAsync(People.Ce);
        foreach (var (key, text) in fields) draft = (await drafts.ChangeAsync(draft.Id, draft.OwnerId, key, text, draft.Version))!.Draft;
        return _ids[site] = draft.Id;
    }

    private static (string, string)[] Customer(string name) =>
    [
        (DraftKeys.CustomerName, name),
        (DraftKeys.OpportunityLink, "https://crm.vendor.example/opportunities/OPP-4711"),
        (DraftKeys.Engagement, "new-production"),
        (DraftKeys.Arr, "310,000"),
        (DraftKeys.AddressableMarket, "1,400,000"),
        (DraftKeys.NeededBy, "1 Feb 2027"),
    ];

    private static IEnumerable<(string, string)> Answers(params string[] answers) =>
        answers.Select(answer => answer.Split(' ', 2)).Select(parts => (DraftKeys.Answer(parts[0]), parts[1]));
}
