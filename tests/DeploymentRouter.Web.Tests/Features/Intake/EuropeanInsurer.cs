namespace DeploymentRouter.Web.Tests.Features.Intake;

/// <summary>The draft that the pages are drawn with: ISO 27001 and the European Union stand in the way of Cloud, one machine will do.</summary>
internal static class EuropeanInsurer
{
    public static readonly (string Key, string Text)[] Customer = [("customer.name", "Moss & Lantern Insurance"), ("customer.engagement", "new-production")];

    public static readonly (string Key, string Text)[] Fields =
    [
        .. Customer,
        ("users_full", "14,500"), ("repos_full", "62 000"), ("required_certifications", "iso27001,soc2"), ("admin_access_ok", "yes"),
        ("audit_logging_ok", "?"), ("other_cloud_blockers", "no"), ("hosting_region", "eu"), ("code_host_types", "bitbucket_server,github"),
        ("code_host_reachability", "allowlist"), ("hosting_provider", "aws"), ("cluster_required", "no"), ("single_machine_issues", "no"),
        ("own_base_image", "not_required"), ("image_restrictions", "no"),
    ];

    /// <summary>The customer waits, so the Cloud team's verdict alone decides.</summary>
    public static readonly (string Key, string Text)[] Waiting = [.. Fields, ("customer_waits_for_cloud", "yes")];

    /// <summary>The customer does not wait: One-Click, whatever the verdict.</summary>
    public static readonly (string Key, string Text)[] Decided = [.. Fields, ("customer_waits_for_cloud", "no")];
}
