using System.Globalization;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>What is wrong with a playbook file, and where.</summary>
/// <param name="File">The name of the file, as people know it.</param>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Column">From 1; 0: the file as a whole.</param>
/// <param name="Path">For example <c>conditions.one_machine_will_do.when.all[2]</c>; empty: the file itself.</param>
/// <param name="Message">A sentence that says what is wrong and, where it can, what would be right.</param>
public sealed record PlaybookFault(string File, int Line, int Column, string Path, string Message)
{
    /// <summary>The <see cref="Kind"/> of a test that speaks of what there is not.</summary>
    public const string TestReference = "test_reference";

    /// <summary>The <see cref="Kind"/> of a law that does.</summary>
    public const string LawReference = "law_reference";

    /// <summary>Says of what kind a fault is that leaves the rules readable; null: it does not.</summary>
    public string? Kind { get; init; }

    /// <summary>What is wrong with a file as a whole.</summary>
    public static PlaybookFault OfFile(string file, string message) => new(file, 0, 0, "", message);

    /// <summary>As compilers write it: <c>default.yaml:112: conditions.hard_cloud_blocker.when: no question 'x'</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{(Line == 0 ? "" : $"{Line}:")} {(Path.Length == 0 ? "" : $"{Path}: ")}{Message}");
}
