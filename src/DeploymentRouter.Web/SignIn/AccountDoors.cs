using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn.Passkeys;
using DeploymentRouter.Web.SignIn.Password;
using DeploymentRouter.Web.SignIn.SetUp;
using Microsoft.AspNetCore.Identity;

namespace DeploymentRouter.Web.SignIn;

/// <summary>The ways in for people whose accounts this installation keeps itself.</summary>
public static class AccountDoors
{
    public static void AddAccountDoors(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<SetUpCode>()
        .AddSingleton<SignInLimits>()
        .AddSingleton<PendingSignIn>()
        .AddScoped<PasswordDoor>()
        .AddSingleton<PasskeyChallenges>()
        .AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>()
        .AddScoped<PasskeyDoor>();
}
