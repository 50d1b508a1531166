using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.People;

/// <summary>
/// What of the requests a reader may know. Every read takes one: a request that is out of sight is answered for like one that is
/// not there, and what is left out of one in sight is nowhere in what is read.
/// </summary>
public sealed class Sight
{
    private Sight(IReadOnlyList<string>? customerKeys) => CustomerKeys = customerKeys;

    /// <summary>Everything of every request: for the application itself, and for whoever no rule holds back.</summary>
    public static Sight Everything { get; } = new(customerKeys: null);

    /// <summary>The customers whose requests are seen, as <see cref="CustomerKey.OfName"/> writes them; null: all.</summary>
    public IReadOnlyList<string>? CustomerKeys { get; }

    /// <summary>Whether revenue and market figures are seen, and what gives them away.</summary>
    public bool SeesCommercial { get; private init; } = true;

    /// <summary>The requests of these customers; without names, none. Spelling, accents and legal forms do not matter.</summary>
    public static Sight OfAccounts(IEnumerable<string> names) =>
        new([.. names.Select(CustomerKey.OfName).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)]);

    /// <summary>The same requests without revenue and market figures.</summary>
    public Sight WithoutCommercial() => new(CustomerKeys) { SeesCommercial = false };
}
