using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads formulas: one line of text, or lists of formulas below <c>all</c>, <c>any</c> or <c>not</c>.</summary>
/// <param name="references">Where lines are reported that name what there is not.</param>
internal sealed class FormulaReader(FaultList faults, FaultList references)
{
    /// <summary>Stands for a formula that always holds, so that the last row of a table reads "when: otherwise".</summary>
    public const string Otherwise = "otherwise";

    private readonly List<(YamlText Text, Formula Formula)> lines = [];

    public Formula Read(YamlNode? node) => node switch
    {
        null => Formula.Always,
        YamlText { Value: Otherwise } => Formula.Always,
        YamlText text => ReadLine(text),
        YamlMap { Entries: [{ Key.Value: "all" } all] } => new AllOf(ReadParts(all.Value)),
        YamlMap { Entries: [{ Key.Value: "any" } any] } => new AnyOf(ReadParts(any.Value)),
        YamlMap { Entries: [{ Key.Value: "not" } not] } => new Negation(Read(not.Value)),
        _ => Refuse(node),
    };

    /// <summary>Call it when all formulas are read: every line must name a question or a condition that exists.</summary>
    public void CheckNames(Ids questions, Ids conditions)
    {
        foreach (var (text, formula) in lines)
        {
            var leaf = formula;
            while (leaf is Negation negation)
                leaf = negation.Inner;
            if (leaf is AnswerTest test && !conditions.Contains(test.QuestionId))
                questions.Check(text with { Value = test.QuestionId }, references);
            if (leaf is NamedCondition named && !questions.Contains(named.ConditionId))
                conditions.Check(text with { Value = named.ConditionId }, references);
        }
    }

    private Formula ReadLine(YamlText text)
    {
        if (FormulaText.TryParse(text.Value, out var formula, out var error))
        {
            lines.Add((text, formula));
            return formula;
        }
        faults.Add(text, $"'{text.Value}' is not a rule line. {error}");
        return Formula.Always;
    }

    private IReadOnlyList<Formula> ReadParts(YamlNode node)
    {
        if (node is YamlList { Items.Count: > 0 } list)
            return [.. list.Items.Select((item, index) => FlowComma.IsRest(index == 0 ? null : list.Items[index - 1], item) ? Cut(item) : Read(item))];
        faults.Add(node, "A list of formulas is expected here, each on a line that begins with '- '.");
        return [];
    }

    private Formula Cut(YamlNode rest)
    {
        faults.Add(rest, FlowComma.Advice);
        return Formula.Always;
    }

    private Formula Refuse(YamlNode node)
    {
        faults.Add(node, "A formula is one line of text, or exactly one of 'all:', 'any:' and 'not:' with what belongs to it.");
        return Formula.Always;
    }
}
