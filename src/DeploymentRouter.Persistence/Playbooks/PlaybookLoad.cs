using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>What came of reading a playbook file: the playbook, or everything that is wrong with it. Never half of each.</summary>
/// <param name="Faults">In the order of the file; empty when there is a playbook.</param>
public sealed record PlaybookLoad(Playbook? Playbook, IReadOnlyList<PlaybookFault> Faults)
{
    /// <summary>The rules and where they stand, also when nothing else is wrong with the file but that its rules have gaps or are too intricate, or that laws or tests speak of what there is not; else null.</summary>
    public ReadRules? Rules { get; init; }

    /// <summary>The playbook.</summary>
    /// <exception cref="PlaybookRefusedException">The file has faults; the message lists them all.</exception>
    public Playbook Require() => Playbook ?? throw new PlaybookRefusedException(Faults);
}

/// <summary>A playbook file cannot be used. The message has one fault a line, each with file and line.</summary>
public sealed class PlaybookRefusedException(IReadOnlyList<PlaybookFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<PlaybookFault> Faults { get; } = faults;
}
