using DeploymentRouter.Persistence.Importing;

namespace DeploymentRouter.Persistence.Intake;

/// <summary>What became of a file of requests, or would become of it.</summary>
public sealed class RequestsReport
{
    /// <summary>Lines of the file, the one with the column names apart.</summary>
    public int Rows { get; internal set; }

    /// <summary>Lines that are right and were not filed before.</summary>
    public int Good { get; internal set; }

    /// <summary>The lines that are filed now.</summary>
    public List<FiledLine> Filed { get; } = [];

    /// <summary>Everything that is wrong, by line.</summary>
    public List<LineNote> Faults { get; } = [];

    /// <summary>Lines that were filed before.</summary>
    public List<LineNote> Skipped { get; } = [];

    /// <summary>What was right is stored.</summary>
    public bool IsStored { get; internal set; }
}

/// <summary>A line and the request that was made of it.</summary>
public sealed record FiledLine(int Line, string Key, int Number);
