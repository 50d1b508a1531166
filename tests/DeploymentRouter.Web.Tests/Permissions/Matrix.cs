using System.Text.RegularExpressions;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>docs/permissions.md as the tests read it.</summary>
internal sealed partial record Matrix(IReadOnlyList<MatrixRow> Rows, IReadOnlySet<string> Names)
{
    public static IReadOnlyList<string> Roles { get; } = ["CE", "Sales", "Cloud", "IE", "TPM", "TAM", "Lead", "Owner", "Admin"];

    public static Matrix Read() => Of(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "permissions.md")));

    public static Matrix Of(string text) => new(
        [.. text.Split('\n').Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => cells.Length == Roles.Count + 2 && Code().IsMatch(cells[1]) && cells[2] is not "CE")
            .Select(cells => new MatrixRow(cells[0], Codes(cells[1]), Roles.Zip(cells.Skip(2)).ToDictionary(StringComparer.Ordinal)))],
        Codes(text).ToHashSet(StringComparer.Ordinal));

    public MatrixRow Row(string code) => Rows.SingleOrDefault(row => row.Codes.Contains(code, StringComparer.Ordinal))
        ?? throw new Xunit.Sdk.XunitException($"docs/permissions.md has no row for {code}.");

    private static string[] Codes(string text) => [.. Code().Matches(text).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("`(?<code>[A-Za-z.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}

/// <summary>One row: its words, the names in code it stands for, and what each role may.</summary>
internal sealed record MatrixRow(string Says, IReadOnlyList<string> Codes, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The word for a role; a lead may what their team may.</summary>
    public string Word(string role) => role is "Lead" && Cells[role] is "team" ? Cells["IE"] : Cells[role];
}
