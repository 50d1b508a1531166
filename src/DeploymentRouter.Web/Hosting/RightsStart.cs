using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Publishing;

namespace DeploymentRouter.Web.Hosting;

/// <summary>What the configuration says about rights: <c>Rights:SeeCommercial</c> and <c>Rights:SalesSee</c>.</summary>
public static class RightsStart
{
    public const string CommercialKey = "Rights:SeeCommercial";
    public const string SalesKey = "Rights:SalesSee";
    private const string All = "all";
    private const string Named = "named";

    /// <exception cref="StartRefusedException">A word that means nothing here.</exception>
    public static void AddRights(this WebApplicationBuilder builder)
    {
        var setup = Read(builder.Configuration);
        builder.Services.AddSingleton(setup);
        builder.Services.AddSingleton(new PlaybookSetting(playbook => setup.UnknownTeam(playbook) is { } unknown
            ? $"{CommercialKey} names the team '{unknown}', which the playbook does not have. It has {Wording.AndList([.. playbook.Teams.Select(team => team.Id)])}."
            : null));
    }

    /// <exception cref="StartRefusedException">A word that means nothing here.</exception>
    public static RightsSetup Read(IConfiguration configuration) => new()
    {
        CommercialTeamIds = configuration.GetSection(CommercialKey) switch
        {
            { Value: { } text } => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            var section when section.Exists() => section.Get<string[]>(),
            _ => null,
        },
        SalesSeeNamedAccountsOnly = configuration[SalesKey] switch
        {
            null or "" or All => false,
            Named => true,
            var word => throw new StartRefusedException($"DeploymentRouter does not start: {SalesKey} is '{word}'. Write {All} or {Named}."),
        },
    };
}
