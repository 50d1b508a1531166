namespace DeploymentRouter.Core.Requests.Attachments;

/// <summary>How much hangs on one request.</summary>
public static class AttachmentLimits
{
    /// <summary>One file: 20 MB of 1,000,000 bytes, as people and file managers count them.</summary>
    public const long MaxFileBytes = 20_000_000;

    public const long MaxAllBytes = 200_000_000;

    /// <summary>All files whose bytes are kept: those attached, and those removed within <see cref="KeptAfterRemoval"/>.</summary>
    public const long MaxKeptBytes = 500_000_000;

    /// <summary>How long the bytes of a removed file are kept.</summary>
    public static readonly TimeSpan KeptAfterRemoval = TimeSpan.FromDays(1);

    public const int MaxFiles = 40;

    public const int MaxLinks = 40;

    public const int MaxTitle = 120;
}
