namespace DeploymentRouter.Decisions;

/// <summary>Who could change an answer, so that another outcome is reached; in the order in which changes are proposed.</summary>
public enum Changeability
{
    /// <summary>Nobody: it is so. Never part of a <see cref="Counterfactual"/>.</summary>
    Fact,

    /// <summary>We decide it, for example a verdict of one of our teams.</summary>
    OurChoice,

    /// <summary>The customer decides it.</summary>
    CustomersChoice,

    /// <summary>It changes with time, and with nothing that anybody does.</summary>
    Time,
}

/// <summary>What a change costs. Sets of changes are proposed with the smallest sum first.</summary>
public static class ChangeCost
{
    /// <summary>1 for our choice, 2 for the customer's, 4 for time: our own work is offered first, waiting last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A <see cref="Changeability.Fact"/> cannot be changed at any cost.</exception>
    public static int Of(Changeability changeability) => changeability switch
    {
        Changeability.OurChoice => 1,
        Changeability.CustomersChoice => 2,
        Changeability.Time => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(changeability)),
    };
}
