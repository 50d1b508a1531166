namespace DeploymentRouter.Core.Requests.Attachments;

/// <summary>How the bytes of a kind of file begin, or what they are made of.</summary>
public enum FileShape
{
    Text,
    Pdf,
    Png,
    Jpeg,
    Gif,
    WebP,

    /// <summary>Any archive of the ZIP format.</summary>
    Zip,

    /// <summary>A Microsoft Office document without macros.</summary>
    Office,

    /// <summary>An OpenDocument file.</summary>
    OpenDocument,
}

/// <summary>A kind of file that may be attached.</summary>
/// <param name="ContentType">What it is served as; never what a browser claimed.</param>
public sealed record FileKind(string Extension, string ContentType, FileShape Shape);

/// <summary>The kinds of files that may be attached: what people hand over, and nothing that a browser would run.</summary>
public static class FileKinds
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const string Text = "text/plain; charset=utf-8";

    public static IReadOnlyList<FileKind> All { get; } =
    [
        new(".pdf", "application/pdf", FileShape.Pdf),
        new(".png", "image/png", FileShape.Png),
        new(".jpg", "image/jpeg", FileShape.Jpeg),
        new(".jpeg", "image/jpeg", FileShape.Jpeg),
        new(".gif", "image/gif", FileShape.Gif),
        new(".webp", "image/webp", FileShape.WebP),
        new(".txt", Text, FileShape.Text),
        new(".log", Text, FileShape.Text),
        new(".md", Text, FileShape.Text),
        new(".csv", "text/csv; charset=utf-8", FileShape.Text),
        new(".json", "application/json", FileShape.Text),
        new(".yaml", Text, FileShape.Text),
        new(".yml", Text, FileShape.Text),
        new(".docx", OpenXml + "wordprocessingml.document", FileShape.Office),
        new(".xlsx", OpenXml + "spreadsheetml.sheet", FileShape.Office),
        new(".pptx", OpenXml + "presentationml.presentation", FileShape.Office),
        new(".odt", OpenDocument + "text", FileShape.OpenDocument),
        new(".ods", OpenDocument + "spreadsheet", FileShape.OpenDocument),
        new(".odp", OpenDocument + "presentation", FileShape.OpenDocument),
        new(".zip", "application/zip", FileShape.Zip),
    ];

    /// <summary>The extensions as people read them: "pdf, png, …".</summary>
    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.Extension[1..]));

    /// <summary>The kind of a name; null: none that may be attached.</summary>
    public static FileKind? Of(string name) =>
        FileName.ExtensionOf(name) is { Length: > 1 } extension ? All.FirstOrDefault(kind => string.Equals(kind.Extension, extension, StringComparison.Ordinal)) : null;
}
