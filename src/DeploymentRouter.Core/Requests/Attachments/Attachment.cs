using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests.Attachments;

/// <summary>A file on a request. Its bytes lie elsewhere, under their hash.</summary>
/// <param name="Number">The number of the entry that attached it names it for good.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record AttachedFile(int Number, string Name, long Size, string Sha256, string ContentType, Actor By, DateTime At);

/// <summary>A link on a request.</summary>
public sealed record AttachedLink(int Number, string Title, string Url, Actor By, DateTime At);
