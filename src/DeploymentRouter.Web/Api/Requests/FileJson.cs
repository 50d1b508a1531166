using DeploymentRouter.Core.Requests.Attachments;

namespace DeploymentRouter.Web.Api.Requests;

/// <param name="Entry">The number of the history entry that attached it names it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Address">Where its bytes are.</param>
internal sealed record FileJson(int Entry, string Name, long Size, string ContentType, string Sha256, PersonJson By, DateTime At, string Address)
{
    public static FileJson Of(int request, AttachedFile file) => new(
        file.Number, file.Name, file.Size, file.ContentType, file.Sha256, PersonJson.Of(file.By), file.At,
        FormattableString.Invariant($"{ApiV1.Root}/requests/{request}/files/{file.Number}"));
}

/// <param name="Entry">The number of the history entry that attached it names it.</param>
/// <param name="Title">Empty: its address says it.</param>
internal sealed record LinkJson(int Entry, string Title, string Url, PersonJson By, DateTime At)
{
    public static LinkJson Of(AttachedLink link) => new(link.Number, link.Title, link.Url, PersonJson.Of(link.By), link.At);
}
