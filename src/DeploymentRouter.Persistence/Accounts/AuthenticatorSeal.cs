namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Seals the keys of authenticator apps for the database; with which keys, the application says.</summary>
/// <param name="Seal">Gives what is stored.</param>
/// <param name="Open">Gives what was sealed; null: the keys it was sealed with are gone.</param>
public sealed record AuthenticatorSeal(Func<string, string> Seal, Func<string, string?> Open)
{
    /// <summary>Leaves keys as they are: for what never asks for a code.</summary>
    public static AuthenticatorSeal None { get; } = new(key => key, stored => stored);
}
