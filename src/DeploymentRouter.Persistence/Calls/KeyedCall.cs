namespace DeploymentRouter.Persistence.Calls;

/// <summary>How a call with a key is met.</summary>
public abstract record KeyedCall
{
    private KeyedCall()
    {
    }

    /// <summary>It is the first: it is done now.</summary>
    public sealed record Begun : KeyedCall;

    /// <summary>The first is not answered yet.</summary>
    public sealed record UnderWay : KeyedCall;

    /// <summary>The key came with something else before.</summary>
    public sealed record AnotherCall : KeyedCall;

    /// <summary>The first ended without an answer: what it did is not known.</summary>
    public sealed record CutOff : KeyedCall;

    /// <summary>The first was answered, with what is not kept.</summary>
    public sealed record AnsweredOnce : KeyedCall;

    /// <summary>The first was answered so.</summary>
    public sealed record Answered(KeptAnswer Answer) : KeyedCall;
}

/// <summary>An answer as it went over the wire.</summary>
/// <param name="Headers">Those that belong to the answer, one a line: "ETag: …".</param>
/// <param name="Body">Null: it may be given only once, and is not kept.</param>
public sealed record KeptAnswer(int Status, string? ContentType, string? Headers, byte[]? Body);
