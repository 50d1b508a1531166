using System.Globalization;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Importing;
using Microsoft.Net.Http.Headers;

namespace DeploymentRouter.Web.Api.Imports;

/// <summary>A file as it was sent: laid down on the disk first, because it is read twice and may be large.</summary>
/// <param name="File">Gone once it is closed.</param>
internal sealed record ImportUpload(Stream File, ImportFormat Format, ImportMode Mode)
{
    public const string Csv = "text/csv";
    public const string JsonLines = "application/jsonl";

    // Other names of the same; none of them is registered.
    private static readonly string[] JsonLinesToo = ["application/x-ndjson", "application/ndjson", "application/json-lines"];

    private const int Piece = 64 * 1024;

    /// <summary>Reads the body, or says why it is not taken.</summary>
    public static async Task<(ImportUpload? Upload, IResult? Problem)> ReadAsync(string? mode, HttpRequest request, CancellationToken cancel)
    {
        if (ModeOf(mode) is not { } wanted)
            return (null, Problems.Of(StatusCodes.Status400BadRequest, new Refusal("ModeUnknown", "mode: choose one of dry-run, all-or-nothing, only-good.")));
        if (FormatOf(request.ContentType) is not { } format)
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, new Refusal("MediaTypeNotTaken", $"Send a table as {Csv}, or one JSON object a line as {JsonLines}.")));
        var file = Spool();
        if (await CopyAsync(request.Body, file, cancel)) return (new ImportUpload(file, format, wanted), null);
        await file.DisposeAsync();
        return (null, Problems.Of(StatusCodes.Status413PayloadTooLarge, new Refusal("TooLarge", string.Create(CultureInfo.InvariantCulture, $"The file has more than {ImportFile.MaxBytes:N0} bytes. Split it."))));
    }

    private static ImportMode? ModeOf(string? text) => text switch
    {
        null or "" or "all-or-nothing" => ImportMode.AllOrNothing,
        "dry-run" => ImportMode.DryRun,
        "only-good" => ImportMode.OnlyGood,
        _ => null,
    };

    private static ImportFormat? FormatOf(string? contentType) => !MediaTypeHeaderValue.TryParse(contentType, out var type) ? null
        : type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) ? ImportFormat.Csv
        : type.MediaType.Equals(JsonLines, StringComparison.OrdinalIgnoreCase) || JsonLinesToo.Any(name => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase)) ? ImportFormat.JsonLines
        : null;

    private static FileStream Spool() => new(
        Path.Combine(Path.GetTempPath(), $"import-{Guid.NewGuid():N}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = Piece });

    private static async Task<bool> CopyAsync(Stream from, FileStream to, CancellationToken cancel)
    {
        var piece = new byte[Piece];
        for (int read; (read = await from.ReadAsync(piece, cancel)) > 0;)
        {
            if (to.Length + read > ImportFile.MaxBytes) return false;
            await to.WriteAsync(piece.AsMemory(0, read), cancel);
        }

        await to.FlushAsync(cancel);
        return true;
    }
}
