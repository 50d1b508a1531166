using DeploymentRouter.Persistence.Playbooks.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DeploymentRouter.Persistence.Playbooks.Formatting;

/// <summary>A token with its place; lines and columns from 0, the end is the column behind it.</summary>
internal sealed record PlacedToken(Token Token, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Whether it stands for characters of its own, and not for the start or end of something.</summary>
    public bool IsVisible => EndLine > Line || EndColumn > Column;
}

/// <summary>The tokens of a text that has been read as YAML already.</summary>
internal static class YamlTokens
{
    public static IReadOnlyList<PlacedToken> Read(string text)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        var tokens = new List<PlacedToken>();
        while (scanner.MoveNext())
        {
            // After an error the scanner would repeat it for ever.
            if (scanner.Current is Error error)
                throw new YamlFault(new Place((int)error.Start.Line, (int)error.Start.Column), YamlPath.Top, $"This is not valid YAML. {error.Value}");
            tokens.Add(Placed(scanner.Current!));
        }
        return tokens;
    }

    // The scanner ends brackets where they start; they are one character.
    private static PlacedToken Placed(Token token)
    {
        var isBracket = token is FlowSequenceStart or FlowSequenceEnd or FlowMappingStart or FlowMappingEnd;
        var (line, column) = ((int)token.Start.Line - 1, (int)token.Start.Column - 1);
        return isBracket
            ? new PlacedToken(token, line, column, line, column + 1)
            : new PlacedToken(token, line, column, (int)token.End.Line - 1, (int)token.End.Column - 1);
    }
}
