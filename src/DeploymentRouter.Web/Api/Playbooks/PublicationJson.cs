using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Playbooks.Publishing;

namespace DeploymentRouter.Web.Api.Playbooks;

/// <param name="Items">The newest first.</param>
internal sealed record PublicationsJson(IReadOnlyList<PublicationJson> Items);

/// <summary>One time that a playbook was put in force.</summary>
/// <param name="Number">Counts up with each publication; the highest came last.</param>
/// <param name="Version">The version that stands in the playbook.</param>
/// <param name="Hash">SHA-256 of its YAML.</param>
/// <param name="Note">Why.</param>
/// <param name="By">Who did it.</param>
internal sealed record PublicationJson(int Number, string Name, int Version, string Hash, string Note, string By, DateTime At)
{
    public static PublicationJson Of(Publication made) => new(made.Number, made.Name, made.Version, made.Hash, made.Note, made.ByName, made.At);
}

/// <summary>What putting a playbook in force would come to.</summary>
/// <param name="CanBePublished">Nothing stands in the way.</param>
/// <param name="SeenHash">The playbook in force that it was held against; send it as If-Match.</param>
/// <param name="Findings">What is wrong with it; empty: it is sound.</param>
/// <param name="Refusal">Why it cannot be published although it is sound; null: it can, or obstacles says why.</param>
/// <param name="Obstacles">What is gone and still needed.</param>
/// <param name="Running">How many requests are running.</param>
/// <param name="LeadElsewhere">How many of them have answers that lead elsewhere. They keep their strategy.</param>
/// <param name="DueOtherwise">How many of them get another due time.</param>
/// <param name="Moved">The first of those that lead elsewhere.</param>
/// <param name="Diff">What it decides differently; null: it cannot be compared.</param>
internal sealed record TrialJson(
    bool CanBePublished, string SeenHash, IReadOnlyList<FindingJson> Findings, string? Refusal, IReadOnlyList<ObstacleJson> Obstacles,
    int Running, int LeadElsewhere, int DueOtherwise, IReadOnlyList<MovedRequest> Moved, DiffJson? Diff)
{
    public static TrialJson Of(PlaybookTrial trial, (DiffJson? Diff, Refusal? Refusal) compared) => new(
        trial.CanBePublished, trial.SeenHash, FindingJson.Of(trial.Check), trial.Refusal?.Sentence, [.. trial.Obstacles.Select(ObstacleJson.Of)],
        trial.Impact?.Running ?? 0, trial.Impact?.LeadElsewhere ?? 0, trial.Impact?.DueOtherwise ?? 0, trial.Impact?.Examples ?? [], compared.Diff);
}

/// <summary>Something that is gone from the playbook and still needed.</summary>
/// <param name="Requests">The first of the requests that need it, by number.</param>
internal sealed record ObstacleJson(string What, string Says, IReadOnlyList<int> Requests)
{
    public static ObstacleJson Of(Obstacle obstacle) => new(obstacle.What, obstacle.Sentence, obstacle.Requests);
}
