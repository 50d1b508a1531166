using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>A row of the routing table as some answers see it.</summary>
/// <param name="Holds">Null: that hangs on open answers.</param>
/// <param name="WhyNot">Why it does not hold, as a clause that can follow "because"; null: it holds or may, or nothing short says it.</param>
public sealed record RowLine(RoutingRow Row, bool? Holds, string? WhyNot)
{
    /// <summary>The rows down to the first that holds, in the order of the table; all of them where none is certain to.</summary>
    public static IReadOnlyList<RowLine> DownToTheDeciding(Playbook playbook, AnswerSet answers)
    {
        var lines = new List<RowLine>();
        foreach (var row in playbook.Rows)
        {
            var holds = playbook.Rules.Holds(row.When, answers);
            lines.Add(new RowLine(row, holds, holds is false ? Clauses(playbook, row.When, true, answers).FirstOrDefault() : null));
            if (holds is true) break;
        }

        return lines;
    }


    // What keeps a formula from having the value that is wanted: the playbook's sentence where it has one, else what it is made of.
    private static IEnumerable<string> Clauses(Playbook playbook, Formula formula, bool wanted, AnswerSet answers)
    {
        if (playbook.Rules.Holds(formula, answers) != !wanted) return [];
        return formula switch
        {
            NamedCondition named => Condition(playbook, playbook.Conditions.First(condition => condition.Id == named.ConditionId), wanted, answers),
            Negation negation => Clauses(playbook, negation.Inner, !wanted, answers),
            AllOf all => all.Parts.SelectMany(part => Clauses(playbook, part, wanted, answers)),
            AnyOf any => any.Parts.SelectMany(part => Clauses(playbook, part, wanted, answers)),
            AnswerTest test when answers[test.QuestionId] is { } answer && playbook.Rules.AskingOf(test.QuestionId, answers) is Asking.Asked =>
                [Wording.Clause(playbook.Question(test.QuestionId), answer)],
            _ => [],
        };
    }

    private static List<string> Condition(Playbook playbook, PlaybookCondition condition, bool wanted, AnswerSet answers)
    {
        var below = Clauses(playbook, condition.When, wanted, answers).ToList();
        // A sentence speaks of answers; without one behind it, it would mislead.
        return below.Count > 0 && (wanted ? condition.Fails : condition.Holds) is { } sentence
            ? [Wording.Plain(Wording.Fill(playbook, sentence, answers))]
            : below;
    }
}
