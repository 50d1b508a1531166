using System.Text;

namespace DeploymentRouter.Persistence.Importing;

/// <summary>Lines of a text, none of which fills the memory: of a line that is too long only its end is looked for.</summary>
internal sealed class BoundedLines(TextReader text)
{
    private const int Piece = 8 * 1024;

    /// <summary>Null stands for a line of more than <see cref="ImportFile.MaxLine"/> characters.</summary>
    public IEnumerable<string?> Read()
    {
        var (piece, line, isTooLong, hasAny) = (new char[Piece], new StringBuilder(), false, false);
        for (int read; (read = text.Read(piece, 0, Piece)) > 0;)
        {
            for (var from = 0; from < read;)
            {
                var end = Array.IndexOf(piece, '\n', from, read - from);
                var length = (end < 0 ? read : end) - from;
                isTooLong |= line.Length + length > ImportFile.MaxLine;
                if (!isTooLong) line.Append(piece, from, length);
                from += length + 1;
                hasAny = end < 0;
                if (end < 0) continue;
                yield return isTooLong ? null : line.ToString().TrimEnd('\r');
                (isTooLong, _) = (false, line.Clear());
            }
        }

        if (hasAny) yield return isTooLong ? null : line.ToString();
    }
}
