using System.Globalization;
using System.Text;
using DeploymentRouter.Persistence.Playbooks.Formatting;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook format</c>: lays files out anew, in place; <c>--check</c> only says which are not in shape.</summary>
internal static class FormatVerb
{
    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        var exit = PlaybookVerb.Sound;
        foreach (var source in await PlaybookSource.AllAsync(arguments, streams))
            exit = Math.Max(exit, source is null ? PlaybookVerb.Unreadable : await FormatAsync(source, arguments.OnlyCheck, streams));
        return exit;
    }

    private static async Task<int> FormatAsync(PlaybookSource source, bool onlyCheck, Streams streams)
    {
        var formatted = PlaybookFormat.Format(source.Utf8, source.Name);
        if (formatted.Text is not { } text)
        {
            await streams.WriteFaultsAsync(formatted.Faults);
            return PlaybookVerb.Unreadable;
        }
        if (source.Path is null && !onlyCheck)
        {
            await streams.WriteAsync(text);
            return PlaybookVerb.Sound;
        }
        var isInShape = formatted.ChangedLines == 0;
        if (!isInShape && !onlyCheck && !await TryWriteAsync(source, text, streams))
            return PlaybookVerb.Unreadable;
        await streams.WriteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{source.Name}: {(isInShape ? "in shape" : $"{(onlyCheck ? "not in shape" : "laid out anew")}, {formatted.ChangedLines} lines differ")}.\n"));
        return isInShape || !onlyCheck ? PlaybookVerb.Sound : PlaybookVerb.Findings;
    }

    private static async Task<bool> TryWriteAsync(PlaybookSource source, string text, Streams streams)
    {
        try
        {
            await File.WriteAllBytesAsync(source.Path!, Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await streams.Errors.WriteLineAsync($"{source.Name}: The file cannot be written. {refused.Message}");
            return false;
        }
    }
}
