using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions.Compiling;

/// <summary>Compiles a definition that has passed its checks.</summary>
internal sealed class Compiler
{
    private readonly RuleSetDefinition definition;
    private readonly AnswerCode code;
    private readonly DiagramBuilder builder;
    private readonly Workbench bench;

    private Compiler(RuleSetDefinition definition, IReadOnlyList<object> order, AnswerCode code)
    {
        this.definition = definition;
        this.code = code;
        builder = new DiagramBuilder(code.Arities());
        bench = new Workbench(definition, order, code, builder);
    }

    /// <summary>Null when faults were added.</summary>
    public static CompiledRules? Compile(RuleSetDefinition definition, List<Fault> faults)
    {
        var order = References.InOrder(definition, faults);
        if (faults.Count > 0 || CodeFactory.Make(definition, [], faults) is not { } code)
            return null;
        var compiler = new Compiler(definition, order, code);
        try
        {
            return compiler.Compile(faults);
        }
        catch (DiagramTooLargeException tooLarge)
        {
            faults.Add(new(compiler.bench.Where, tooLarge.Message, IsCeiling: true));
            return null;
        }
    }

    private CompiledRules? Compile(List<Fault> faults)
    {
        bench.Define();
        bench.Flags();
        var rows = RowTable.Of(builder, bench.Holds(), [.. Enumerable.Range(0, definition.Rules.Count)]);
        if (Paths.Shortest(builder.Nodes, rows, end => end == DiagramBuilder.None) is { } uncovered)
        {
            faults.Add(new("rules", $"No row holds when {AnswerText.Write(uncovered, code)}. Add a last row that always holds.", IsGap: true));
            return null;
        }
        return Finish(rows);
    }

    private CompiledRules Finish(int rows)
    {
        var ranked = definition.Outcomes.Order(StringComparer.Ordinal).ToArray();
        var ranks = definition.Rules.Select(rule => Array.BinarySearch(ranked, rule.Outcome, StringComparer.Ordinal)).ToArray();
        var outcomes = builder.MapTerminals(rows, ranks);
        var keys = bench.Formulas.Roots.Keys.ToArray();
        int[] roots = [.. bench.Formulas.Roots.Values, .. code.Questions.Select(question => bench.Formulas.Asked(question.Id))];
        var booleans = Diagram.Freeze(builder.Nodes, roots);
        return new CompiledRules(
            code, Freeze(rows), Freeze(outcomes), ranked, booleans,
            keys.Index().ToDictionary(pair => pair.Item, pair => roots[pair.Index]), roots[keys.Length..]);
    }

    private Rooted Freeze(int root)
    {
        Span<int> roots = [root];
        return new Rooted(Diagram.Freeze(builder.Nodes, roots), roots[0]);
    }
}
