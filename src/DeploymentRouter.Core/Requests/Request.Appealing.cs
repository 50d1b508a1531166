using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Requests;

/// <content>Who decides an appeal: one level up, and never somebody who declined it.</content>
public sealed partial class Request
{
    private bool _othersDecide;

    /// <summary>The lead who was named when it was appealed; null: none, and anybody who did not decline it decides.</summary>
    public Assignee? NamedDecider { get; private set; }

    /// <summary>The lead who alone decides now; null: nobody in particular.</summary>
    public Assignee? AppealDecider => IsAppealInReview && !_othersDecide ? NamedDecider : null;

    /// <summary>True while a review has to decide on an appeal.</summary>
    public bool IsAppealInReview => IsOnAppeal && Current is { EndedAt: null, Stage.Kind: StageKind.Review };

    /// <summary>Whether an appeal is in what is not stored yet.</summary>
    public bool HasNewAppeal => IsAppealInReview && NewEntries.Any(entry => entry.What is Appealed);

    /// <summary>Names the lead who decides, as part of the act that appealed.</summary>
    public void NameDecider(Assignee lead)
    {
        var at = _history.FindLastIndex(entry => entry.What is Appealed);
        _history[at] = _history[at] with { What = ((Appealed)_history[at].What) with { Decider = lead } };
        (NamedDecider, _othersDecide) = (lead, false);
    }

    /// <summary>Gives it to the lead who decides, as part of the act that brought it to the review.</summary>
    public void AssignToDecider()
    {
        if (AppealDecider is { } decider && Current.Assignee != decider) FoldBeside(new Assigned(decider));
    }

    /// <summary>The lead is absent, or leads the team no longer: anybody of it decides who did not decline it.</summary>
    public void LetOthersDecide() => _othersDecide = true;

    private Refusal? WhyNotDecide(string personId, string name) =>
        !IsAppealInReview ? null
        : _decliners.Contains(personId) ? Refusals.DifferentPersonNeeded(name)
        : AppealDecider is { } decider && decider.PersonId != personId ? Refusals.DecidedByLead(decider.Name, TeamName(Current.TeamId))
        : null;

    private Refusal? WhyNotDecide(Person by) => WhyNotDecide(by.Id, by.Name);
}
