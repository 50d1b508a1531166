using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Accounts that this installation keeps itself, in the tables of ASP.NET Core Identity.</summary>
internal static class LocalAccounts
{
    // OWASP's figure for PBKDF2 with HMAC-SHA-512.
    private const int HashIterations = 210_000;

    public static void AddLocalAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = "";
        }).AddUserStore<AccountStore>();
        services.TryAddSingleton(AuthenticatorSeal.None);
        services
            .AddSingleton<Passwords>()
            .AddSingleton<Attempts>()
            .AddSingleton<SecondFactor>()
            .AddSingleton<PasswordSignIn>()
            .AddSingleton<Links>()
            .AddSingleton<FirstAdministrator>()
            .AddSingleton<OwnAccount>()
            .AddSingleton<PeopleDesk>()
            .AddSingleton<PeopleList>();
    }
}
