using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Playbooks.Publishing;

/// <summary>What putting a playbook in force would come to.</summary>
/// <param name="Check">Whether it is sound.</param>
/// <param name="SeenHash">The playbook in force that it was held against.</param>
public sealed record PlaybookTrial(PlaybookCheck Check, string SeenHash)
{
    /// <summary>Why it cannot be published, whatever it says; null: it can, or is not sound anyway.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What exists and would be left without a stage, a team or a question; empty: nothing.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    /// <summary>What it would mean for running requests; null: it was not looked at.</summary>
    public WorkImpact? Impact { get; init; }

    /// <summary>Nothing stands in the way.</summary>
    public bool CanBePublished => Check.IsSound && Refusal is null && Obstacles.Count == 0;

    /// <summary>That something is left without what it needs, as a refusal.</summary>
    public Refusal? InUse => Obstacles.Count == 0 ? null
        : new Refusal("PlaybookInUse", $"{string.Join(" ", Obstacles.Select(obstacle => obstacle.Sentence))} Bring that to an end first, or keep it in the playbook.");
}

/// <summary>Something that is gone from a playbook and still needed.</summary>
/// <param name="What">For example "the stage Growth watch".</param>
/// <param name="Sentence">What needs it and how many.</param>
/// <param name="Requests">The first of the requests that need it, of those in sight, by number.</param>
public sealed record Obstacle(string What, string Sentence, IReadOnlyList<int> Requests)
{
    /// <summary>So many requests are named.</summary>
    public const int MostNamed = 10;
}

/// <summary>What another playbook means for what is running. Nothing of it moves by itself: a running request keeps its strategy.</summary>
/// <param name="Running">How many requests some team has.</param>
/// <param name="LeadElsewhere">How many of them have answers that lead elsewhere than by the playbook in force.</param>
/// <param name="Examples">The first of these that are in sight.</param>
/// <param name="DueOtherwise">How many of them get another due time.</param>
public sealed record WorkImpact(int Running, int LeadElsewhere, IReadOnlyList<MovedRequest> Examples, int DueOtherwise)
{
    /// <summary>So many requests are named.</summary>
    public const int MostNamed = 20;
}

/// <param name="From">Id of the strategy by the playbook in force; null: none yet.</param>
/// <param name="To">The same by the other one.</param>
public sealed record MovedRequest(int Number, string? From, string? To);

/// <summary>Something in the configuration that speaks of the playbook.</summary>
/// <param name="WhyNot">What it needs that a playbook does not have; null: nothing.</param>
public sealed record PlaybookSetting(Func<Playbook, string?> WhyNot);

/// <summary>What became of a publication.</summary>
public abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <summary>It is in force.</summary>
    public sealed record Done(Publication Publication) : PublishResult;

    /// <summary>Not possible, and why.</summary>
    public sealed record Refused(Refusal Refusal) : PublishResult;

    /// <summary>It is not sound, or something running would be left without what it needs.</summary>
    public sealed record NotFit(PlaybookTrial Trial) : PublishResult;

    /// <summary>Another one was put in force since its author looked.</summary>
    /// <param name="By">Null: nobody; the one in force comes from a file or is built in.</param>
    public sealed record Overtaken(Publication? By) : PublishResult;
}
