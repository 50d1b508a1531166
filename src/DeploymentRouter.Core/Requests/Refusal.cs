namespace DeploymentRouter.Core.Requests;

/// <summary>Why an act is not possible: a stable name for machines and a sentence for people that says who can and what to do.</summary>
public sealed record Refusal(string Name, string Sentence);

/// <summary>What a use case answers: nothing stands in the way, or a refusal. Nothing is ever silently ignored.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    /// <summary>Done.</summary>
    public static Outcome Done => default;

    public bool Succeeded => Refusal is null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}
