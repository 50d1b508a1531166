using System.Globalization;
using System.Text.RegularExpressions;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Growth;

/// <summary>What a reading must be, said once for the page, the file and the request itself.</summary>
public static partial class ReadingCheck
{
    public const string Users = "Users";
    public const string Repositories = "Repositories";
    public const string Date = "Read on";
    public const string Source = "Source";

    /// <summary>What is wrong with the day a reading was taken; null: nothing.</summary>
    public static string? DateProblem(DateOnly on, DateOnly today) =>
        on > today ? $"{Date}: {Text(on)} has not come yet. A reading is of today or of a day before."
        : on < FieldCheck.EarliestDate ? $"{Date}: choose a date from {FieldCheck.EarliestDate.Year} on."
        : null;

    public static string? CountProblem(string label, long count) =>
        count >= 0 && count <= Most(label) ? null : CountText(label);

    public static string? SourceProblem(string source) =>
        string.IsNullOrWhiteSpace(source) ? $"{Source}: write where the figures come from, for example the licence report."
        : source.Trim().Length > Reading.MaxSource ? string.Create(CultureInfo.InvariantCulture, $"{Source}: shorten it to {Reading.MaxSource:N0} characters.")
        : source.Any(char.IsControl) ? $"{Source}: write it in one line."
        : !TextCheck.IsReadable(source) ? $"{Source}: {Wording.Small(TextCheck.UnreadableSentence)}"
        : null;

    /// <summary>Reads a whole number as people write it: "18400" or "18,400".</summary>
    public static long? Count(string label, string typed) =>
        WholeNumber.IsMatch(typed.Trim()) && long.TryParse(typed.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) && CountProblem(label, count) is null
            ? count
            : null;

    /// <summary>Reads a day as <c>2026-11-24</c>.</summary>
    public static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What to write instead of a count that is none.</summary>
    public static string CountText(string label) =>
        string.Create(CultureInfo.InvariantCulture, $"{label}: write a whole number from 0 to {Most(label):N0}.");

    /// <summary>What to write instead of a day that is none.</summary>
    public static string DayText => $"{Date}: choose a date, or write it as 2026-11-24.";

    // "18,4" is a decimal number somewhere: never eighteen-four.
    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WholeNumber { get; }

    private static long Most(string label) => label is Users ? Reading.MaxUsers : Reading.MaxRepositories;

    private static string Text(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
