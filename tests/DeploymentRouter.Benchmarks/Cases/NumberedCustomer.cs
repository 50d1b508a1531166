namespace DeploymentRouter.Benchmarks.Cases;

/// <summary>A customer with numbers for choices: what expressions in text compare fastest.</summary>
public sealed class NumberedCustomer(Customer customer)
{
    public long UsersFull { get; } = customer.UsersFull;
    public long ReposFull { get; } = customer.ReposFull;
    public long UsersInitial { get; } = customer.UsersInitial;
    public long ReposInitial { get; } = customer.ReposInitial;
    public int RequiredCertifications { get; } = (int)customer.RequiredCertifications;
    public int CodeHostTypes { get; } = (int)customer.CodeHostTypes;
    public int HostingRegion { get; } = (int)customer.HostingRegion;
    public int CodeHostReachability { get; } = (int)customer.CodeHostReachability;
    public int CloudTeamVerdict { get; } = (int)customer.CloudTeamVerdict;
    public int HostingProvider { get; } = (int)customer.HostingProvider;
    public int OwnBaseImage { get; } = (int)customer.OwnBaseImage;
    public int ImageRestrictionVerdict { get; } = (int)customer.ImageRestrictionVerdict;
    public bool AdminAccessOk { get; } = customer.AdminAccessOk;
    public bool AuditLoggingOk { get; } = customer.AuditLoggingOk;
    public bool OtherCloudBlockers { get; } = customer.OtherCloudBlockers;
    public bool CustomerWaitsForCloud { get; } = customer.CustomerWaitsForCloud;
    public bool ClusterRequired { get; } = customer.ClusterRequired;
    public bool SingleMachineIssues { get; } = customer.SingleMachineIssues;
    public bool ImageRestrictions { get; } = customer.ImageRestrictions;
    public bool WantsProductionQuickly { get; } = customer.WantsProductionQuickly;
}
