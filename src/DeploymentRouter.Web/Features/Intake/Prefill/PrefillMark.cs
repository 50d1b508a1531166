using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Web.Features.Intake.Drafts;

namespace DeploymentRouter.Web.Features.Intake.Prefill;

/// <summary>Where the text of a field was taken from. It is kept beside the field, and counts as long as the field still says that.</summary>
/// <param name="AsOf">The day as of which it was so.</param>
public sealed record PrefillMark(string Source, DateOnly AsOf)
{
    private const char Between = '\n';

    /// <summary>The draft's field that holds the mark of another.</summary>
    public static string Key(string key) => $"from.{key}";

    /// <summary>Null: somebody typed it, or has changed it since.</summary>
    public static PrefillMark? Of(DraftSession session, string key) =>
        session.Text(Key(key)).Split(Between, 3) is [var source, var day, var text] && text == session.Text(key) && text.Length > 0
        && DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)
            ? new PrefillMark(source, asOf)
            : null;

    /// <summary>Fills a field, and its mark with it.</summary>
    public static async Task FillAsync(DraftSession session, string key, string text, Opportunity from)
    {
        // The mark first: without its text it says nothing, whatever happens between the two.
        await session.SetAsync(Key(key), string.Join(Between, from.Source, from.AsOf.ToString("O", CultureInfo.InvariantCulture), text));
        await session.SetAsync(key, text);
    }

    /// <summary>"From Salesbook, as of 24 Nov 2026".</summary>
    public static string Words(string source, DateOnly asOf) => $"From {source}, as of {asOf.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
}
