namespace DeploymentRouter.Persistence.Importing;

/// <summary>One line of a file, cell by cell.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Cells">By column, as written.</param>
/// <param name="Fault">Why it cannot be read; null: it can.</param>
public sealed record ImportRow(int Line, IReadOnlyDictionary<string, string> Cells, string? Fault)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static ImportRow Wrong(int line, string fault) => new(line, Nothing, fault);

    /// <summary>What is written in a column; nothing when the line has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>What is to be said about a line.</summary>
public sealed record LineNote(int Line, string Text);
