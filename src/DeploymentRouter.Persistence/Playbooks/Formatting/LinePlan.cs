using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DeploymentRouter.Persistence.Playbooks.Formatting;

/// <summary>Where each line belongs: by the level of what it begins with, or one level below what it continues.</summary>
internal sealed class LinePlan(int lines)
{
    private const int Step = 2;

    private readonly int?[] indents = new int?[lines];
    private readonly int?[] blockShifts = new int?[lines];
    private readonly bool[] insideText = new bool[lines];
    private readonly List<(int Line, int From, int To, int Gap)> gaps = [];
    private readonly Stack<Level> levels = [];
    private int flows;
    private ILookup<int, (int Line, int From, int To, int Gap)>? gapsByLine;

    private sealed record Level(int Indent, bool IsMap, bool IsIndentless);

    private int Below => levels.TryPeek(out var top) ? top.Indent + Step : 0;

    /// <summary>Null: the line begins with nothing of its own, it is a comment or blank.</summary>
    public int? Indent(int line) => indents[line];

    /// <summary>For a line of a literal or folded block: how far it moves, so that the block keeps its inner shape.</summary>
    public int? BlockShift(int line) => blockShifts[line];

    /// <summary>Whether a blank line here is part of a text.</summary>
    public bool IsInsideText(int line) => insideText[line];

    public void Fill(IReadOnlyList<PlacedToken> tokens, string[] text)
    {
        PlacedToken? before = null;
        foreach (var token in tokens)
        {
            Enter(token, text);
            if (!token.IsVisible)
                continue;
            if (before is not null && before.EndLine == token.Line && Spacing.Between(before.Token, token.Token) is { } gap)
                gaps.Add((token.Line, before.EndColumn, token.Column, gap));
            before = token;
        }
        gapsByLine = gaps.ToLookup(gap => gap.Line);
    }

    /// <summary>The line with one space where one belongs.</summary>
    public string Spaced(int line, string text)
    {
        foreach (var (_, from, to, gap) in gapsByLine![line].Reverse())
        {
            if (string.IsNullOrWhiteSpace(text[from..to]))
                text = $"{text[..from]}{new string(' ', gap)}{text[to..]}";
        }
        return text;
    }

    private void Enter(PlacedToken token, string[] text)
    {
        switch (token.Token)
        {
            case BlockMappingStart or BlockSequenceStart:
                levels.Push(new Level(Below, token.Token is BlockMappingStart, IsIndentless: false));
                break;
            case BlockEnd:
                LeaveIndentless();
                levels.TryPop(out _);
                break;
            case BlockEntry when levels.TryPeek(out var top) && top.IsMap:
                levels.Push(new Level(Below, IsMap: false, IsIndentless: true));
                Begin(token, levels.Peek().Indent);
                break;
            case BlockEntry:
                Begin(token, levels.Peek().Indent);
                break;
            case Key when flows == 0:
                LeaveIndentless();
                Begin(token, levels.Peek().Indent);
                break;
            case FlowSequenceStart or FlowMappingStart:
                Begin(token, Below);
                flows++;
                break;
            case FlowSequenceEnd or FlowMappingEnd:
                flows--;
                Begin(token, Below);
                break;
            case Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded }:
                Begin(token, Below);
                Block(token.Line, text);
                break;
            case Scalar:
                Begin(token, Below);
                Continue(token);
                break;
            case DocumentStart or DocumentEnd:
                Begin(token, 0);
                break;
            case FlowEntry:
                Begin(token, Below);
                break;
        }
    }

    private void Begin(PlacedToken token, int indent) => indents[token.Line] ??= indent;

    private void Continue(PlacedToken scalar)
    {
        for (var line = scalar.Line + 1; line <= scalar.EndLine && line < lines; line++)
        {
            indents[line] ??= Below;
            insideText[line] = true;
        }
    }

    private void Block(int header, string[] text)
    {
        var first = Array.FindIndex(text, header + 1, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
            return;
        var indent = Indented(text[first]);
        var last = first;
        for (var line = first; line < lines && (string.IsNullOrWhiteSpace(text[line]) || Indented(text[line]) >= indent); line++)
            last = string.IsNullOrWhiteSpace(text[line]) ? last : line;
        for (var line = header + 1; line <= last; line++)
        {
            blockShifts[line] = Below - indent;
            insideText[line] = true;
        }
    }

    private static int Indented(string line) => line.Length - line.TrimStart(' ').Length;

    private void LeaveIndentless()
    {
        if (levels.TryPeek(out var top) && top.IsIndentless)
            levels.Pop();
    }
}
