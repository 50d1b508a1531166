namespace DeploymentRouter.Core.Queues;

/// <summary>How IE ranks a request, 0 to 100, with everything that made it so. Bandwidth is a cut in the list, never points.</summary>
/// <param name="Parts">Revenue, size, value, intangibles and kind of work, in this order.</param>
public sealed record PriorityScore(IReadOnlyList<PriorityPart> Parts)
{
    /// <summary>The team that works through its queue by priority; the others work by due time.</summary>
    public const string TeamId = "ie";

    /// <summary>The sum of all parts.</summary>
    public int Total => Parts.Sum(part => part.Points);

    /// <summary>The most that all parts could give together.</summary>
    public int Maximum => Parts.Sum(part => part.Maximum);
}

/// <summary>One of the parts that are added up.</summary>
/// <param name="Name">For example "Size".</param>
/// <param name="Maximum">The most this part can give.</param>
/// <param name="Items">What its points are for; what gives none is left out.</param>
public sealed record PriorityPart(string Name, int Maximum, IReadOnlyList<PriorityItem> Items)
{
    public int Points => Items.Sum(item => item.Points);
}

/// <summary>A fact and the points it gives.</summary>
/// <param name="Fact">For example "12,400 users".</param>
/// <param name="Source">Where the fact was said, so that whoever doubts it knows where to look.</param>
public sealed record PriorityItem(string Fact, int Points, PrioritySource Source);

/// <summary>Where a fact behind a priority was said.</summary>
public enum PrioritySource
{
    /// <summary>What is known of the customer.</summary>
    Customer,

    /// <summary>The answers that the decision is made of.</summary>
    Answers,

    /// <summary>The form of the request to the implementation team.</summary>
    Form,
}
