using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Identity's own store on our tables: no roles, because a person's team says what they may do.</summary>
public sealed class AccountStore(RouterDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Account, RouterDb, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>, IdentityUserPasskey<string>>(db, describer);
