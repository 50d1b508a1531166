using System.Globalization;
using System.Net.Mail;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Requests;

/// <summary>Checks what was typed into a field of a stage's form.</summary>
public static class FieldCheck
{
    /// <summary>Longest value of a one-line field, in characters.</summary>
    public const int MaxText = 500;

    /// <summary>Longest value of a field of several lines, in characters.</summary>
    public const int MaxLongText = 4_000;

    /// <summary>Numbers reach to here unless the field says otherwise.</summary>
    public const long MaxNumber = 1_000_000_000_000;

    /// <summary>Dates before this one are a slip of the finger, and so are those after <see cref="LatestDate"/>: no calendar counts from there.</summary>
    public static readonly DateOnly EarliestDate = new(2000, 1, 1);

    public static readonly DateOnly LatestDate = new(2099, 12, 31);

    /// <summary>What is wrong with a trimmed value, as a sentence that says what to do; null: nothing. Empty is never wrong here.</summary>
    public static string? Problem(FormField field, string value)
    {
        if (value.Length == 0) return null;
        if (!TextCheck.IsReadable(value)) return $"{field.Label}: {Wording.Small(TextCheck.UnreadableSentence)}";
        return field.Kind switch
        {
            FieldKind.Text => TooLong(field, value, MaxText),
            FieldKind.LongText => TooLong(field, value, MaxLongText),
            FieldKind.Number => NumberProblem(field, value),
            FieldKind.Date => DateProblem(field, value),
            FieldKind.Email => TooLong(field, value, MaxText) ?? EmailProblem(field, value),
            FieldKind.Link => TooLong(field, value, MaxText) ?? LinkProblem(field.Label, value),
            FieldKind.YesNo => value is "yes" or "no" ? null : $"{field.Label}: choose yes or no.",
            FieldKind.Choice => field.Choices.Any(choice => choice.Id == value) ? null : $"{field.Label}: choose one of the list.",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, null),
        };
    }

    /// <summary>What is wrong with an address to link to; null: nothing. Only http and https are safe to click.</summary>
    public static string? LinkProblem(string label, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? null
            : $"{label}: write a whole address that begins with https://.";

    private static string? TooLong(FormField field, string value, int limit)
    {
        var maximum = Math.Min(field.Maximum ?? limit, limit);
        return value.Length <= maximum
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{field.Label}: shorten it to {maximum:N0} characters.");
    }

    private static string? DateProblem(FormField field, string value) =>
        !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? $"{field.Label}: choose a date, or write it as 2026-11-24."
        : date < EarliestDate || date > LatestDate ? $"{field.Label}: choose a date from {EarliestDate.Year} to {LatestDate.Year}."
        : null;

    private static string? NumberProblem(FormField field, string value)
    {
        var (minimum, maximum) = (field.Minimum ?? 0, field.Maximum ?? MaxNumber);
        return long.TryParse(value, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{field.Label}: write a whole number from {minimum:N0} to {maximum:N0}.");
    }

    private static string? EmailProblem(FormField field, string value) =>
        MailAddress.TryCreate(value, out var address) && address.Address == value && address.Host.Contains('.', StringComparison.Ordinal)
            ? null
            : $"{field.Label}: write an e-mail address, as name@example.com.";
}
