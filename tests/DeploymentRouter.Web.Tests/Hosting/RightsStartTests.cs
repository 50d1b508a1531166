using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Hosting;

public sealed class RightsStartTests
{
    [Theory]
    [InlineData("ce", true)]
    [InlineData("ie", true)]
    [InlineData("cloud", false)]
    [InlineData("tpm", false)]
    public void Without_a_word_every_team_but_Cloud_and_TPM_sees_figures(string team, bool sees) => Assert.Equal(sees, Started().SeesCommercial(team));

    [Theory]
    [InlineData("Rights:SeeCommercial", "sales, tam")]
    [InlineData("Rights:SeeCommercial:0", "tam")]
    public void The_configuration_names_the_teams(string key, string value) =>
        Assert.Equal((true, false), (Started((key, value)).SeesCommercial("tam"), Started((key, value)).SeesCommercial("ce")));

    [Fact]
    public void Sales_see_named_accounts_only_where_that_is_said() =>
        Assert.Equal((false, false, true), (Started().SalesSeeNamedAccountsOnly, Started(("Rights:SalesSee", "all")).SalesSeeNamedAccountsOnly, Started(("Rights:SalesSee", "named")).SalesSeeNamedAccountsOnly));

    [Theory]
    [InlineData("Rights:SeeCommercial", "ce, salse", "DeploymentRouter does not start: Rights:SeeCommercial names the team 'salse', which the playbook does not have. It has ")]
    [InlineData("Rights:SalesSee", "region", "DeploymentRouter does not start: Rights:SalesSee is 'region'. Write all or named.")]
    public async Task What_is_misspelt_refuses_the_start(string key, string value, string sentence)
    {
        var directory = Directory.CreateTempSubdirectory("router-").FullName;
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(async () =>
        {
            var builder = Builder((key, value));
            builder.Services.AddRouterData(directory).AddSingleton<PlaybookInForce>();
            await using var services = builder.Services.BuildServiceProvider();
            await RouterData.PrepareAsync(services);
            await PlaybookStart.PutInForceAsync(services, builder.Configuration);
        });
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
    }

    private static RightsSetup Started(params (string Key, string Value)[] said) => Builder(said).Services.BuildServiceProvider().GetRequiredService<RightsSetup>();

    private static WebApplicationBuilder Builder(params (string Key, string Value)[] said)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(said.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.AddRights();
        return builder;
    }
}
