using System.Globalization;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>What is wrong with a playbook file, and where.</summary>
/// <param name="File">The name of the file, as people know it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Path">For example <c>conditions.one_machine_will_do.when.all[2]</c>; empty: the file itself.</param>
/// <param name="Message">A sentence that says what is wrong and, where it can, what would be right.</param>
public sealed record PlaybookFault(string File, int Line, int Column, string Path, string Message)
{
    /// <summary>As compilers write it: <c>default.yaml:112: conditions.hard_cloud_blocker.when: no question 'x'</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {(Path.Length == 0 ? "" : $"{Path}: ")}{Message}");
}
