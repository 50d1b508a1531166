using System.Text.RegularExpressions;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Intake.Fields;

/// <summary>A piece of a sentence; with a team it is shown as that team's chip.</summary>
public sealed record TeamPart(string Text, string? TeamId);

/// <summary>Finds the teams that a sentence of the playbook speaks of, so that they look like teams.</summary>
public static class TeamWords
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>"the Cloud team" and "IE" are teams; "Cloud" alone may be the strategy and stays text.</summary>
    public static IReadOnlyList<TeamPart> Split(string sentence, IReadOnlyList<Team> teams)
    {
        var parts = new List<TeamPart>();
        var at = 0;
        foreach (var (index, team) in Found(sentence, teams))
        {
            if (index < at) continue;
            if (index > at) parts.Add(new TeamPart(sentence[at..index], null));
            parts.Add(new TeamPart(team.Name, team.Id));
            at = index + team.Name.Length;
        }

        if (at < sentence.Length) parts.Add(new TeamPart(sentence[at..], null));
        return parts;
    }

    private static IEnumerable<(int Index, Team Team)> Found(string sentence, IReadOnlyList<Team> teams) => teams
        .SelectMany(team => Regex.Matches(sentence, Pattern(team), RegexOptions.CultureInvariant, Limit).Select(match => (match.Index, team)))
        .OrderBy(found => found.Index);

    private static string Pattern(Team team)
    {
        var name = Regex.Escape(team.Name);
        return team.Name.All(char.IsUpper) ? $@"\b{name}\b" : $@"(?<=\b[Tt]he ){name}(?= team\b)";
    }
}
