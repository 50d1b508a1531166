namespace DeploymentRouter.Persistence.Playbooks;

/// <summary>Keeps short what a message quotes from a file: a line may be as long as the file.</summary>
internal static class Quotation
{
    private const int MaxMessage = 2_000;
    private const int MaxQuoted = 120;
    private const int Kept = 80;

    public static string Short(string message)
    {
        if (message.Length <= MaxQuoted)
            return message;
        var pieces = message.Split('\'').Select((piece, index) => index == 0 || piece.Length <= MaxQuoted || IsSentence(piece) ? piece : $"{piece.AsSpan(0, Kept)}…");
        var text = string.Join('\'', pieces);
        return text.Length <= MaxMessage ? text : $"{text.AsSpan(0, MaxMessage)}…";
    }

    // What stands between two quotations begins like the rest of a sentence; a line of a file does not.
    private static bool IsSentence(string piece) => piece[0] is ' ' or ':' or ';' or ',' or '.' || char.IsAsciiLetterUpper(piece[0]);
}
