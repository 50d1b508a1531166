using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>An answer that carries the decision: were it alone different, another strategy would be possible.</summary>
/// <param name="Says">The answer as a clause, for example "the code hosts sit behind a private link".</param>
/// <param name="Otherwise">Where other answers would lead, a line for each kind of them; never empty.</param>
public sealed record CarryingLine(PlaybookQuestion Question, Answer Given, string Says, IReadOnlyList<OtherwiseLine> Otherwise)
{
    /// <summary>Every answer that carries the decision, in the playbook's order.</summary>
    public static IReadOnlyList<CarryingLine> All(Playbook playbook, AnswerSet answers) =>
        [.. playbook.Rules.Carrying(answers).Select(carrying => Of(playbook, carrying))];

    private static CarryingLine Of(Playbook playbook, CarryingAnswer carrying)
    {
        var question = playbook.Question(carrying.Question.Id);
        var lines = carrying.Flips.GroupBy(flip => WouldBe.Clause(question, flip.Becomes, flip.Example), StringComparer.Ordinal)
            .Select(flips => OtherwiseLine.Of(playbook, [.. flips], flips.Key));
        return new CarryingLine(question, carrying.Given, Wording.Clause(question, carrying.Given), [.. lines]);
    }
}

/// <summary>Where another answer would lead.</summary>
/// <param name="StrategyIds">The strategies that it lets in; never empty.</param>
/// <param name="Example">The nearest such answer.</param>
/// <param name="IsCertain">With that answer no other strategy than the one would be possible.</param>
/// <param name="Sentence">For example "One-Click and Jointly Managed become possible if the customer will not wait for Cloud."</param>
public sealed record OtherwiseLine(IReadOnlyList<string> StrategyIds, Answer Example, bool IsCertain, string Sentence)
{
    internal static OtherwiseLine Of(Playbook playbook, IReadOnlyList<Flip> flips, string clause)
    {
        var names = Wording.AndList(flips.Select(flip => playbook.Strategy(flip.Outcome).ShortName));
        var become = flips.Count == 1 ? "becomes" : "become";
        return new OtherwiseLine(
            [.. flips.Select(flip => flip.Outcome)], flips[0].Example, flips[0].Certain, $"{names} {become} possible if {clause}.");
    }
}
