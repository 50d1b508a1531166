using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Explaining;

/// <summary>Says who could change an answer.</summary>
public static class Whose
{
    /// <summary>For example "the customer’s choice".</summary>
    public static string Of(Changeability by) => by switch
    {
        Changeability.Fact => "a fact",
        Changeability.OurChoice => "our choice",
        Changeability.CustomersChoice => "the customer’s choice",
        Changeability.Time => "a matter of time",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
    };
}
