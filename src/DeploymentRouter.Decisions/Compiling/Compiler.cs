using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Compiling;

/// <summary>Compiles a definition that has passed its checks.</summary>
internal sealed class Compiler
{
    private readonly RuleSetDefinition definition;
    private readonly AnswerCode code;
    private readonly DiagramBuilder builder;
    private readonly FormulaCompiler formulas;
    private string where = "rules";

    private Compiler(RuleSetDefinition definition, AnswerCode code)
    {
        this.definition = definition;
        this.code = code;
        builder = new DiagramBuilder(Array.ConvertAll(code.Classes, classes => classes.Count));
        formulas = new FormulaCompiler(code, builder);
    }

    /// <summary>Null when faults were added.</summary>
    public static CompiledRules? Compile(RuleSetDefinition definition, List<Fault> faults)
    {
        var order = References.InOrder(definition, faults);
        if (faults.Count > 0 || CodeFactory.Make(definition, faults) is not { } code)
            return null;
        var compiler = new Compiler(definition, code);
        try
        {
            return compiler.Compile(order, faults);
        }
        catch (DiagramTooLargeException tooLarge)
        {
            faults.Add(new(compiler.where, tooLarge.Message));
            return null;
        }
    }

    private CompiledRules? Compile(IReadOnlyList<object> order, List<Fault> faults)
    {
        foreach (var item in order)
        {
            where = item is Condition condition ? DefinitionFormulas.When(condition) : DefinitionFormulas.AskedWhere((Question)item);
            formulas.Define(item);
        }
        foreach (var flag in definition.Flags)
        {
            where = $"flags.{flag.Id}.when";
            formulas.Compile(flag.When);
        }
        var rows = CompileRows();
        if (Example.Reaching(Freeze(rows), definition.Rules.Count, code) is { } uncovered)
        {
            faults.Add(new("rules", $"No row holds when {uncovered}. Add a last row that always holds."));
            return null;
        }
        return Finish(rows);
    }

    // From the last row to the first: each takes what it holds for from those below it.
    private int CompileRows()
    {
        var table = DiagramBuilder.Terminal(definition.Rules.Count);
        for (var row = definition.Rules.Count - 1; row >= 0; row--)
        {
            where = $"rules.{definition.Rules[row].Id}.when";
            var holds = formulas.Compile(definition.Rules[row].When);
            table = builder.IfThenElse(holds, DiagramBuilder.Terminal(row), table);
        }
        return table;
    }

    private CompiledRules Finish(int rows)
    {
        var ranked = definition.Outcomes.Order(StringComparer.Ordinal).ToArray();
        var ranks = definition.Rules.Select(rule => Array.BinarySearch(ranked, rule.Outcome, StringComparer.Ordinal)).ToArray();
        var outcomes = builder.MapTerminals(rows, ranks);
        var keys = formulas.Roots.Keys.ToArray();
        int[] roots = [.. formulas.Roots.Values, .. code.Questions.Select(question => formulas.Asked(question.Id))];
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
