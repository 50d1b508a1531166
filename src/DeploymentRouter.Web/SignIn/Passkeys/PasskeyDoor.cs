using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace DeploymentRouter.Web.SignIn.Passkeys;

/// <summary>
/// Passkeys: kept by a device, which asks its owner for a finger, a face or a PIN. So they are two factors by themselves, and no second step follows.
/// </summary>
public sealed class PasskeyDoor(
    IPasskeyHandler<Account> handler, UserManager<Account> accounts, OwnAccount own, PasskeyChallenges challenges, SessionDoor door, AuditLog audit)
{
    private static readonly Refusal Failed = new("PasskeyFailed", "This passkey could not be checked. Try again, or sign in another way.");

    /// <summary>What the browser of <paramref name="person"/> needs to make a passkey; null: they have no account here.</summary>
    public async Task<string?> AskNewAsync(HttpContext http, Person person)
    {
        if (await accounts.FindByIdAsync(person.Id) is not { } account) return null;
        var name = account.Email ?? person.Name;
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = name, DisplayName = person.Name }, http);
        challenges.Keep(http, asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that the browser has made.</summary>
    public async Task<Outcome> AddAsync(HttpContext http, Person person, string credential)
    {
        if (!challenges.TryTake(http, out var state)) return Failed;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != person.Id) return Failed;
        return await own.AddPasskeyAsync(person, made.Passkey, DeviceWords.Of(http.Request.Headers.UserAgent), http.RequestAborted);
    }

    /// <summary>What any browser needs to sign in with a passkey it may have.</summary>
    public async Task<string> AskAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        challenges.Keep(http, asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>Signs in whom the passkey belongs to.</summary>
    public async Task<(string? Address, Refusal? Refusal)> SignInAsync(HttpContext http, string credential, string? returnUrl)
    {
        if (!challenges.TryTake(http, out var state)) return (null, Failed);
        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        var from = http.From();
        if (!shown.Succeeded)
        {
            await audit.RefusedAsync(who: null, "a passkey that could not be checked", from, http.RequestAborted);
            return (null, Failed);
        }

        if (await own.WhoMayComeInAsync(shown.User.Id, http.RequestAborted) is not { } person)
        {
            await audit.RefusedAsync(who: null, "the passkey of somebody who may not come in", from, http.RequestAborted);
            return (null, Failed);
        }

        await accounts.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await door.SignInAsync(http, person, "passkey");
        return (ReturnUrl.Local(returnUrl) ?? Landing.For(person), null);
    }
}
