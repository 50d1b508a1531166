using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail.Files;

/// <summary>Files and links on a request, newest first.</summary>
/// <param name="UploadTo">The address that takes a file.</param>
public sealed record AttachmentsView(IReadOnlyList<AttachmentLine> Lines, string UploadTo)
{
    public static AttachmentsView Of(Request request, Person person, DateTime now)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/requests/{request.Number}/files");
        var files = request.Files.Select(file => new AttachmentLine(
            file.Number, file.Name, string.Create(CultureInfo.InvariantCulture, $"{address}/{file.Number}"), IsFile: true, Size(file.Size), Who(file.By, file.At, now), CanRemove(file.Number)));
        var links = request.Links.Select(link => new AttachmentLine(
            link.Number, Title(link), link.Url, IsFile: false, Host(link.Url), Who(link.By, link.At, now), CanRemove(link.Number)));
        return new AttachmentsView([.. files.Concat(links).OrderByDescending(line => line.Number)], address);

        bool CanRemove(int number) => request.WhyNotDetach(number, person) is null;
    }

    /// <summary>What an attachment is called.</summary>
    /// <param name="number">As a dialog keeps it.</param>
    public static string NameOf(Request request, string number) =>
        request.Files.FirstOrDefault(file => Text(file.Number) == number)?.Name
        ?? (request.Links.FirstOrDefault(link => Text(link.Number) == number) is { } link ? Title(link) : "it");

    /// <summary>"340 kB", "4.2 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 1e3):0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };

    private static string Title(AttachedLink link) => link.Title.Length > 0 ? link.Title : FilledField.LinkText(link.Url);

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "";

    private static string Who(Actor by, DateTime at, DateTime now) => $"{by.Name}, {WhenText.Moment(at, now)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One file or link.</summary>
/// <param name="Meta">A file's size, or the host a link leads to.</param>
/// <param name="Who">Who attached it, and when.</param>
public sealed record AttachmentLine(int Number, string Name, string Href, bool IsFile, string Meta, string Who, bool CanRemove);
