namespace DeploymentRouter.Decisions.Text;

// Recursive descent without the recursion: a line is [not]* and then either a condition id or a question id and one test.
internal sealed class LeafReader(List<string> tokens)
{
    private const string TestsExpected =
        "'is', 'is not', 'is one of [...]', 'is between ... and ...', 'is empty', 'contains', '>', '>=', '<' or '<='";

    private const string NoComparing =
        " No line compares two answers; the 'not_above' of a question keeps one number from passing another.";

    private int at;

    private string? Current => at < tokens.Count ? tokens[at] : null;

    public Formula ReadAll()
    {
        var negations = 0;
        while (Take("not"))
        {
            if (++negations >= RuleSetLimits.MaxFormulaDepth)
                throw new TextFault($"'not' is repeated more than {RuleSetLimits.MaxFormulaDepth - 1} times.");
        }
        var id = ReadWord("a question id or a condition id");
        Formula formula = Current is null ? new NamedCondition(id) : new AnswerTest(id, ReadTest(id));
        if (Current is not null)
            throw new TextFault($"The line should end before '{Current}'.");
        while (negations-- > 0)
            formula = new Negation(formula);
        return formula;
    }

    private UnaryTest ReadTest(string id)
    {
        if (Take("is"))
            return ReadIs();
        if (Take("contains"))
            return ReadContains();
        if (Take(">="))
            return new IsInRange(ReadNumber(), null);
        if (Take("<="))
            return new IsInRange(null, ReadNumber());
        if (Take(">"))
            return new IsInRange(ReadBound(long.MaxValue, "above") + 1, null);
        if (Take("<"))
            return new IsInRange(null, ReadBound(long.MinValue, "below") - 1);
        throw Expected(TestsExpected, $" after '{id}'");
    }

    private UnaryTest ReadIs()
    {
        if (Followed("one", "of"))
            return new IsOneOf(ReadList());
        if (Followed("not", "one", "of"))
            return new IsNoneOf(ReadList());
        if (Take("not"))
            return new IsNoneOf([ReadValue()]);
        if (Take("between"))
            return ReadBetween();
        if (Take("empty"))
            return new ContainsOnly([]);
        return new IsOneOf([ReadValue()]);
    }

    private IsInRange ReadBetween()
    {
        var minimum = ReadNumber();
        if (!Take("and"))
            throw Expected("'and' and the upper number", "");
        return new IsInRange(minimum, ReadNumber());
    }

    private UnaryTest ReadContains()
    {
        if (Followed("any", "of"))
            return new ContainsAnyOf(ReadList());
        if (Followed("all", "of"))
            return new ContainsAllOf(ReadList());
        if (Followed("none", "of"))
            return new ContainsNoneOf(ReadList());
        if (Followed("only", "["))
        {
            at--;
            return new ContainsOnly(ReadList());
        }
        return new ContainsAnyOf([ReadValue()]);
    }

    private List<string> ReadList()
    {
        if (!Take("["))
            throw Expected("a list such as [aws, gcp]", "");
        var values = new List<string>();
        do
            values.Add(ReadValue());
        while (Take(","));
        return Take("]") ? values : throw Expected("',' or ']'", " in the list");
    }

    private string ReadValue() => NumberText.Normalised(ReadWord("a value"));

    private long ReadNumber()
    {
        if (Current is null || !NumberText.TryRead(Current, out var number))
            throw Expected("a whole number such as 20000 or 20_000", "", Current is [>= 'a' and <= 'z', ..] ? NoComparing : "");
        at++;
        return number;
    }

    private long ReadBound(long last, string side)
    {
        var number = ReadNumber();
        return number != last ? number : throw new TextFault($"No whole number lies {side} {NumberText.Write(last)}.");
    }

    private string ReadWord(string what)
    {
        if (Current is null || !(char.IsAsciiLetterOrDigit(Current[^1]) || Current[^1] is '_' or '-'))
            throw Expected(what, "");
        return tokens[at++];
    }

    private bool Take(string token)
    {
        if (!string.Equals(Current, token, StringComparison.Ordinal))
            return false;
        at++;
        return true;
    }

    private bool Followed(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (at + i >= tokens.Count || !string.Equals(tokens[at + i], words[i], StringComparison.Ordinal))
                return false;
        }
        at += words.Length;
        return true;
    }

    private TextFault Expected(string what, string where, string besides = "") =>
        new(Current is null
            ? $"Expected {what}{where}, but the line ends."
            : $"Expected {what}{where}, found '{Current}'.{besides}");
}
