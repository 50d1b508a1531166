namespace DeploymentRouter.Core.Playbooks;

/// <summary>Holds the playbook that new decisions are made by.</summary>
/// <remarks>Another one can take its place at any moment: read it once, and finish with what was read.</remarks>
public sealed class PlaybookInForce
{
    private PlaybookEdition? _edition;

    /// <summary>Nothing is in force before the first <see cref="Put"/>.</summary>
    public PlaybookInForce()
    {
    }

    /// <summary>Begins with a playbook whose text nobody asks for.</summary>
    public PlaybookInForce(Playbook playbook) => _edition = new PlaybookEdition(playbook, "", default, PlaybookOrigin.BuiltIn);

    /// <summary>The playbook in force.</summary>
    /// <exception cref="InvalidOperationException">None is yet.</exception>
    public Playbook Current => Edition.Playbook;

    /// <summary>The same, with its text and where it comes from.</summary>
    /// <exception cref="InvalidOperationException">None is yet.</exception>
    public PlaybookEdition Edition => Volatile.Read(ref _edition) ?? throw new InvalidOperationException("No playbook is in force yet.");

    /// <summary>Raised after another playbook has come into force; on the thread of whoever put it there, who waits for nobody.</summary>
    public event Action? Replaced;

    /// <summary>Puts a playbook in the place of the one before, for everybody at once.</summary>
    public void Put(PlaybookEdition edition)
    {
        Volatile.Write(ref _edition, edition);
        Replaced?.Invoke();
    }
}

/// <summary>A playbook with the text it was read from.</summary>
/// <param name="Name">What its text is called, for example the name of its file.</param>
/// <param name="Utf8">Its YAML, byte for byte.</param>
public sealed record PlaybookEdition(Playbook Playbook, string Name, ReadOnlyMemory<byte> Utf8, PlaybookOrigin Origin);

/// <summary>Where a playbook in force comes from.</summary>
public enum PlaybookOrigin
{
    /// <summary>DeploymentRouter ships with it.</summary>
    BuiltIn,

    /// <summary>The configuration names its file.</summary>
    File,

    /// <summary>A playbook owner published it.</summary>
    Published,
}
