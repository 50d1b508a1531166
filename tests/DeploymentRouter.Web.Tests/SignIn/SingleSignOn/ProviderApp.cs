using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

/// <summary>The application beside a provider that it trusts.</summary>
public sealed class ProviderApp : IAsyncLifetime
{
    internal TestProvider Provider { get; private set; } = null!;

    public RunningApp App { get; } = new();

    public async Task InitializeAsync()
    {
        Provider = await TestProvider.StartAsync();
        foreach (var (key, value) in Settings(Provider.Address)) App.Settings[key] = value;
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }

    public static Dictionary<string, string> Settings(string authority) => new(StringComparer.Ordinal)
    {
        ["Demo:Requests"] = "false",
        ["SingleSignOn:Authority"] = authority,
        ["SingleSignOn:ClientId"] = TestProvider.ClientId,
        ["SingleSignOn:ClientSecret"] = TestProvider.ClientSecret,
        ["SingleSignOn:DisplayName"] = "Fernbrook Account",
        ["SingleSignOn:Groups:implementation"] = "ie",
        ["SingleSignOn:Groups:implementation-leads"] = "lead:ie",
        ["SingleSignOn:Groups:customer-engineers"] = "ce",
        ["SingleSignOn:Groups:keepers"] = "admin, playbook-owner",
    };

    /// <summary>Somebody in a browser in which this person is signed in at the provider, which tells the truth.</summary>
    internal ProviderVisitor Visitor(Someone? someone)
    {
        (Provider.Someone, Provider.Twist, Provider.SignsWithAnotherKey) = (someone, null, false);
        return new ProviderVisitor(App);
    }

    /// <summary>Whom the application knows by a subject of the provider; null: nobody.</summary>
    public async Task<Person?> PersonAsync(string subject)
    {
        await using var db = await DbAsync();
        return await db.Set<IdentityUserLogin<string>>().SingleOrDefaultAsync(login => login.ProviderKey == subject) is { } login
            ? await App.Services.GetRequiredService<PeopleDirectory>().FindAsync(login.UserId)
            : null;
    }

    public Task<RouterDb> DbAsync() => App.Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
}

[CollectionDefinition(Name)]
public sealed class ProviderAppTests : ICollectionFixture<ProviderApp>
{
    public const string Name = "single sign-on";
}
