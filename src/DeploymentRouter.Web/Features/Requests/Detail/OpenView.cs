using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What an undecided request hangs on.</summary>
/// <param name="Possible">The strategies still possible.</param>
/// <param name="Next">The question that narrows it most; null: nothing can be asked by the rules in force.</param>
/// <param name="Later">The other open ones.</param>
public sealed record OpenView(IReadOnlyList<PossibleView> Possible, AskedView? Next, IReadOnlyList<AskedView> Later)
{
    public static OpenView? Of(Request request, Explanation? explanation)
    {
        if (request.Decision.Outcome is not null) return null;
        var playbook = request.Playbook;
        if (explanation is null)
            return new OpenView([.. request.Decision.Possible.Select(id => new PossibleView(Named.Strategy(playbook, id)!, null))], null, []);
        var hinges = new Hinges(playbook, request.Decision.Answers, explanation.Decision);
        return new OpenView(
            [.. request.Decision.Possible.Select(id => new PossibleView(Named.Strategy(playbook, id)!, hinges.Of(id)))],
            explanation.Next is { } next ? AskedView.Of(playbook, next) : null,
            [
                .. playbook.Questions
                    .Where(question => question.Id != explanation.Next?.Id && explanation.Decision.Open.Any(open => open.Id == question.Id))
                    .Select(question => AskedView.Of(playbook, question)),
            ]);
    }
}

/// <summary>A strategy that is still possible; <paramref name="Hinge"/> says what it hinges on, null: too much to say.</summary>
public sealed record PossibleView(string Strategy, string? Hinge);

/// <summary>A question on which the outcome hangs, and the team that answers it.</summary>
public sealed record AskedView(string Wording, string Label, string TeamId, string TeamName)
{
    public static AskedView Of(Playbook playbook, PlaybookQuestion question) =>
        new(question.Wording, question.Label, question.AnsweredBy, Named.Team(playbook, question.AnsweredBy));
}
