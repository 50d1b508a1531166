using DeploymentRouter.Decisions.Diagrams;
using DeploymentRouter.Decisions.Encoding;

namespace DeploymentRouter.Decisions.Compiling;

/// <summary>The diagrams of a checked definition under construction: to compile it, to prove it, to compare it with another.</summary>
internal sealed class Workbench
{
    private readonly RuleSetDefinition definition;
    private readonly IReadOnlyList<object> order;

    /// <param name="order">Conditions and questions, each after what it reads.</param>
    public Workbench(RuleSetDefinition definition, IReadOnlyList<object> order, AnswerCode code, DiagramBuilder builder)
    {
        this.definition = definition;
        this.order = order;
        Code = code;
        Builder = builder;
        Formulas = new FormulaCompiler(code, builder);
    }

    public AnswerCode Code { get; }

    public DiagramBuilder Builder { get; }

    public FormulaCompiler Formulas { get; }

    /// <summary>Which part of the definition is at work, as faults give it.</summary>
    public string Where { get; private set; } = "rules";

    /// <summary>Compiles every condition and branching. Must be called once, first.</summary>
    /// <exception cref="DiagramTooLargeException">A ceiling is passed; <see cref="Where"/> tells at what.</exception>
    public void Define()
    {
        foreach (var item in order)
        {
            Where = item is Condition condition ? DefinitionFormulas.When(condition) : DefinitionFormulas.AskedWhere((Question)item);
            Formulas.Define(item);
        }
    }

    /// <summary>When each row holds, in table order.</summary>
    /// <exception cref="DiagramTooLargeException">A ceiling is passed; <see cref="Where"/> tells at what.</exception>
    public int[] Holds()
    {
        var holds = new int[definition.Rules.Count];
        foreach (var (row, rule) in definition.Rules.Index())
        {
            Where = $"rules.{rule.Id}.when";
            holds[row] = Formulas.Compile(rule.When);
        }
        Where = "rules";
        return holds;
    }

    /// <summary>Compiles every flag.</summary>
    /// <exception cref="DiagramTooLargeException">A ceiling is passed; <see cref="Where"/> tells at what.</exception>
    public int[] Flags()
    {
        var flags = new int[definition.Flags.Count];
        foreach (var (index, flag) in definition.Flags.Index())
        {
            Where = $"flags.{flag.Id}.when";
            flags[index] = Formulas.Compile(flag.When);
        }
        return flags;
    }
}
