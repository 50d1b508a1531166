using System.Security.Cryptography;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn.Passkeys;
using DeploymentRouter.Web.SignIn.Password;
using DeploymentRouter.Web.SignIn.SetUp;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace DeploymentRouter.Web.SignIn;

/// <summary>The ways in for people whose accounts this installation keeps itself.</summary>
public static class AccountDoors
{
    public static void AddAccountDoors(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(services => SealOf(services.GetRequiredService<IDataProtectionProvider>()))
        .AddSingleton<SetUpCode>()
        .AddSingleton<SignInLimits>()
        .AddSingleton<PendingSignIn>()
        .AddScoped<PasswordDoor>()
        .AddSingleton<PasskeyChallenges>()
        .AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>()
        .AddScoped<PasskeyDoor>();

    private static AuthenticatorSeal SealOf(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("key of an authenticator app");
        return new AuthenticatorSeal(protector.Protect, stored =>
        {
            try
            {
                return protector.Unprotect(stored);
            }
            catch (CryptographicException)
            {
                return null;
            }
        });
    }
}
