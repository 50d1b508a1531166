namespace DeploymentRouter.Core.Requests;

/// <summary>Why an act is not possible: a stable name for machines and a sentence for people that says who can and what to do.</summary>
public sealed record Refusal(string Name, string Sentence)
{
    /// <summary>For a stage that is not done yet: everything it lacks, each to be led to.</summary>
    public IReadOnlyList<Lack> Lacks { get; init; } = [];
}

/// <summary>Something that a stage lacks.</summary>
/// <param name="Kind">A field that is not filled in, or an exit criterion that is not ticked.</param>
/// <param name="Text">The field's label, or the criterion.</param>
public sealed record Lack(LackKind Kind, string Id, string Text);

public enum LackKind
{
    Field,
    Criterion,
}

/// <summary>What a use case answers: nothing stands in the way, or a refusal. Nothing is ever silently ignored.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    /// <summary>Done.</summary>
    public static Outcome Done => default;

    public bool Succeeded => Refusal is null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}
