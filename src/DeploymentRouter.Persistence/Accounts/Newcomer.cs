using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Somebody who is to have an account, as somebody typed it.</summary>
/// <param name="TeamId">Empty: none, which only an administrator can have.</param>
public sealed record Newcomer(string? Name, string? Email, string TeamId = "", bool IsAdmin = false, bool OwnsPlaybook = false)
{
    public const int MaxName = 100;

    /// <summary>What they will be known by.</summary>
    public string Id { get; init; } = Guid.CreateVersion7().ToString("N");

    /// <summary>What is wrong with name and address in themselves; null: nothing.</summary>
    public Refusal? Problem() =>
        (Name ?? "").Trim() is not { Length: > 0 and <= MaxName } name || !TextCheck.IsLine(name)
            ? new Refusal("NameInvalid", "Enter the name as colleagues know it, up to 100 characters.")
        : MailAddress.Tidy(Email) is null ? new Refusal("EmailInvalid", "Enter a mail address, for example name@company.example.")
        : null;

    /// <summary>Adds person and account, unless somebody has the address already.</summary>
    internal async Task<(PersonRow? Person, Account? Account, Refusal? Refusal)> AddAsync(RouterDb db, CancellationToken cancel)
    {
        var (email, normal) = (MailAddress.Tidy(Email)!, MailAddress.Normal(Email)!);
        if (await db.Accounts.AnyAsync(a => a.NormalizedUserName == normal, cancel))
            return (null, null, new Refusal("EmailTaken", "Somebody has an account with this address already."));
        var person = new PersonRow { Id = Id, Name = Name!.Trim(), TeamId = TeamId, IsAdmin = IsAdmin, OwnsPlaybook = OwnsPlaybook };
        var account = new Account
        {
            Id = person.Id,
            UserName = email,
            NormalizedUserName = normal,
            Email = email,
            NormalizedEmail = normal,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.People.Add(person);
        db.Accounts.Add(account);
        return (person, account, null);
    }
}
