namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Somebody as an identity provider vouches for them.</summary>
/// <param name="Issuer">The provider, as it names itself in what it signs.</param>
/// <param name="Subject">Who it is there: never given to anybody else, whatever becomes of names and mail addresses.</param>
/// <param name="Email">Null: the provider told none.</param>
/// <param name="IsEmailVerified">Whether the provider says that the address is theirs.</param>
public sealed record ProviderPerson(string Issuer, string Subject, string Name, string? Email, bool IsEmailVerified);

/// <summary>What somebody's groups give them. Null everywhere: no group is configured to give this, so administrators do.</summary>
/// <param name="TeamId">Empty: none of their groups gives a team.</param>
/// <param name="Leads">Whether they lead that team.</param>
public sealed record Standing(string? TeamId, bool? Leads, bool? IsAdmin, bool? OwnsPlaybook);
