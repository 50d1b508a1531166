namespace DeploymentRouter.Decisions.Text;

internal static class Tokens
{
    public const int MaxTextLength = 8_192;

    public static List<string> Read(string text)
    {
        if (text.Length > MaxTextLength)
            throw new TextFault($"A rule line has at most {MaxTextLength} characters; this one has {text.Length}.");
        var tokens = new List<string>();
        var insideList = false;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var length = LengthAt(text, at, insideList);
            var token = text.Substring(at, length);
            insideList = token == "[" || (insideList && token != "]");
            tokens.Add(token);
            at += length;
        }
        return tokens;
    }

    private static int LengthAt(string text, int start, bool insideList)
    {
        if (text[start] is '[' or ']' or ',')
            return 1;
        if (text[start] is '<' or '>')
            return start + 1 < text.Length && text[start + 1] == '=' ? 2 : 1;
        var at = start;
        while (at < text.Length && (IsWordCharacter(text[at]) || (!insideList && IsThousandsComma(text, at))))
            at++;
        return at > start ? at - start : throw new TextFault($"'{text[start]}' means nothing in a rule line.");
    }

    private static bool IsThousandsComma(string text, int at) =>
        text[at] == ',' && at > 0 && char.IsAsciiDigit(text[at - 1])
        && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
