using System.Buffers;

namespace DeploymentRouter.Decisions.Checking;

internal static class Ids
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> Any =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary>Question and condition ids: they stand at the start of a rule line.</summary>
    public static string? FaultOfName(string id) =>
        FaultOf(id, Plain, "lower-case letters, digits and underscores")
        ?? (id == "not" ? "'not' is a word of the rule language and cannot be an id." : null);

    /// <summary>Row, outcome and flag ids.</summary>
    public static string? FaultOfLabel(string id) => FaultOf(id, Any, "letters, digits, underscores and hyphens");

    /// <summary>Value ids: like labels, but never digits with separators, which rule lines read as one number.</summary>
    public static string? FaultOfValue(string id) =>
        FaultOfLabel(id)
        ?? (id.Contains('_', StringComparison.Ordinal) && !id.Any(char.IsAsciiLetter)
            ? $"'{id}' reads as a number: a value id with an underscore needs a letter." : null);

    private static string? FaultOf(string id, SearchValues<char> allowed, string words) =>
        id.Length is 0 or > RuleSetLimits.MaxIdLength || id.AsSpan().ContainsAnyExcept(allowed)
            ? $"'{Shortened(id)}' is not an id: 1 to {RuleSetLimits.MaxIdLength} characters, only {words}."
            : null;

    private static string Shortened(string id) =>
        id.Length <= RuleSetLimits.MaxIdLength ? id : string.Concat(id.AsSpan(0, RuleSetLimits.MaxIdLength), "…");
}
