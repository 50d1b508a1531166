using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Accounts that this installation keeps itself, in ASP.NET Core Identity.</summary>
public static class LocalAccounts
{
    public static void AddLocalAccounts(this WebApplicationBuilder builder) => builder.Services
        .AddIdentityCore<Account>()
        .AddUserStore<AccountStore>();
}
