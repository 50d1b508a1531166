using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.People;

/// <summary>What an installation decides about rights.</summary>
public sealed record RightsSetup
{
    // They build and run what was agreed; what it earns is no part of that.
    private static readonly string[] NotCommercial = ["cloud", "tpm"];

    /// <summary>The teams that see revenue and market figures, as the playbook names them; null: every team but Cloud and TPM.</summary>
    public IReadOnlyList<string>? CommercialTeamIds { get; init; }

    /// <summary>Whether people of <see cref="NamedTeamId"/> see the requests of their named accounts only.</summary>
    public bool SalesSeeNamedAccountsOnly { get; init; }

    /// <summary>The team that the rule of named accounts is about.</summary>
    public const string NamedTeamId = "sales";

    /// <summary>Whether a team sees revenue and market figures.</summary>
    public bool SeesCommercial(string teamId) =>
        CommercialTeamIds?.Contains(teamId, StringComparer.Ordinal) ?? !NotCommercial.Contains(teamId, StringComparer.Ordinal);

    /// <summary>The first team that is named here and not in the playbook; null: none.</summary>
    public string? UnknownTeam(Playbook playbook) => CommercialTeamIds?.FirstOrDefault(id => playbook.Teams.All(team => team.Id != id));
}
