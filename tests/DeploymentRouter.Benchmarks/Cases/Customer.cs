using System.Runtime.InteropServices;

namespace DeploymentRouter.Benchmarks.Cases;

/// <summary>A customer's complete answers as a C# programmer would hold them to decide by hand.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Customer
{
    public long UsersFull { get; init; }
    public long ReposFull { get; init; }
    public long UsersInitial { get; init; }
    public long ReposInitial { get; init; }
    public Certifications RequiredCertifications { get; init; }
    public CodeHosts CodeHostTypes { get; init; }
    public Region HostingRegion { get; init; }
    public Reachability CodeHostReachability { get; init; }
    public CloudVerdict CloudTeamVerdict { get; init; }
    public Provider HostingProvider { get; init; }
    public BaseImage OwnBaseImage { get; init; }
    public ImageVerdict ImageRestrictionVerdict { get; init; }
    public bool AdminAccessOk { get; init; }
    public bool AuditLoggingOk { get; init; }
    public bool OtherCloudBlockers { get; init; }
    public bool CustomerWaitsForCloud { get; init; }
    public bool ClusterRequired { get; init; }
    public bool SingleMachineIssues { get; init; }
    public bool ImageRestrictions { get; init; }
    public bool WantsProductionQuickly { get; init; }
}

[Flags]
public enum Certifications
{
    None = 0,
    Soc2 = 1,
    Iso27001 = 2,
    Fedramp = 4,
    Hipaa = 8,
    Pci = 16,
}

[Flags]
public enum CodeHosts
{
    None = 0,
    Github = 1,
    Gitlab = 2,
    Perforce = 4,
    Unsupported = 8,
}

public enum Region
{
    Any,
    Us,
    Eu,
    Japan,
}

public enum Reachability
{
    Public,
    Allowlist,
    PrivateLink,
    Unreachable,
}

public enum CloudVerdict
{
    Supported,
    WillBuild,
    WillNotBuild,
}

public enum Provider
{
    Aws,
    Gcp,
    Azure,
    OwnDataCenter,
}

public enum BaseImage
{
    NotRequired,
    DroppedAfterChallenge,
    RequiredAfterChallenge,
}

public enum ImageVerdict
{
    Workable,
    NotWorkable,
}
