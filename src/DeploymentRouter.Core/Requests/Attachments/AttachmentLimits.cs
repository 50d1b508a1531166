namespace DeploymentRouter.Core.Requests.Attachments;

/// <summary>How much hangs on one request.</summary>
public static class AttachmentLimits
{
    /// <summary>One file: 20 MB of 1,000,000 bytes, as people and file managers count them.</summary>
    public const long MaxFileBytes = 20_000_000;

    public const long MaxAllBytes = 200_000_000;

    /// <summary>All files ever attached, removed ones included: their bytes stay on disk.</summary>
    public const long MaxEverBytes = 500_000_000;

    public const int MaxFiles = 40;

    public const int MaxLinks = 40;

    public const int MaxTitle = 120;
}
