using DeploymentRouter.Benchmarks.Cases;

namespace DeploymentRouter.Benchmarks.Rivals;

/// <summary>The default routing as a C# programmer would write it for speed: typed fields, and every test only when it is needed.</summary>
internal static class HandWritten
{
    private const Certifications Hard = Certifications.Iso27001 | Certifications.Fedramp | Certifications.Hipaa | Certifications.Pci;

    public static string Strategy(in Customer customer)
    {
        if (customer.CodeHostReachability is not (Reachability.PrivateLink or Reachability.Unreachable) && IsForCloud(customer))
            return "cloud";
        var oneMachine = customer.HostingProvider == Provider.Aws
            && !customer.ClusterRequired
            && !customer.SingleMachineIssues
            && customer.OwnBaseImage != BaseImage.RequiredAfterChallenge
            && (!customer.ImageRestrictions || customer.ImageRestrictionVerdict == ImageVerdict.Workable);
        if (!oneMachine)
            return "jointly-managed";
        if (customer.UsersFull <= 20_000 && customer.ReposFull <= 200_000)
            return "one-click";
        return customer.WantsProductionQuickly && customer.UsersInitial <= 20_000 && customer.ReposInitial <= 200_000
            ? "one-click-into-jointly-managed"
            : "jointly-managed";
    }

    private static bool IsForCloud(in Customer customer)
    {
        var hard = (customer.RequiredCertifications & Hard) != Certifications.None
            || !customer.AdminAccessOk || !customer.AuditLoggingOk || customer.OtherCloudBlockers;
        var soft = customer.HostingRegion is not (Region.Any or Region.Us) || (customer.CodeHostTypes & CodeHosts.Unsupported) != CodeHosts.None;
        if (!soft && (!hard || customer.CloudTeamVerdict == CloudVerdict.Supported))
            return true;
        return customer.CustomerWaitsForCloud && (!hard || customer.CloudTeamVerdict != CloudVerdict.WillNotBuild);
    }
}
