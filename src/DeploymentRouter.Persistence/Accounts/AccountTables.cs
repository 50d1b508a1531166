using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>The tables that ASP.NET Core Identity keeps accounts in.</summary>
/// <remarks>Mapped here rather than inherited: Identity's own context takes its schema version from the services of the running application, and
/// so would make other tables at design time than at work.</remarks>
internal static class AccountTables
{
    private const int KeyLength = 128;
    private const int NameLength = 256;
    private const int CredentialLength = 1024;

    public static void AddAccountTables(this ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("Accounts");
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.HasIndex(a => a.NormalizedEmail);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.Property(a => a.UserName).HasMaxLength(NameLength);
            account.Property(a => a.NormalizedUserName).HasMaxLength(NameLength);
            account.Property(a => a.Email).HasMaxLength(NameLength);
            account.Property(a => a.NormalizedEmail).HasMaxLength(NameLength);
            // SQLite orders and compares no offsets, and Identity compares this one in memory only.
            account.Property(a => a.LockoutEnd).HasConversion(
                end => end == null ? (DateTime?)null : end.Value.UtcDateTime,
                end => end == null ? null : new DateTimeOffset(end.Value, TimeSpan.Zero));
        });
        model.Entity<IdentityUserClaim<string>>(claim =>
        {
            claim.ToTable("AccountClaims");
            claim.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId).IsRequired();
        });
        model.Entity<IdentityUserLogin<string>>(login =>
        {
            login.ToTable("AccountLogins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(KeyLength);
            login.Property(l => l.ProviderKey).HasMaxLength(NameLength);
            login.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId).IsRequired();
        });
        model.Entity<IdentityUserToken<string>>(token =>
        {
            token.ToTable("AccountTokens");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
        });
        model.Entity<IdentityUserPasskey<string>>(passkey =>
        {
            passkey.ToTable("AccountPasskeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(CredentialLength);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        });
    }
}
