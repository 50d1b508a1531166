using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>Reads section <c>SingleSignOn</c>, and refuses to start with one that could not work or would let in the wrong people.</summary>
public static class SingleSignOnConfiguration
{
    public const string Section = "SingleSignOn";

    private const int UsualHours = 12;
    private const int MostHours = 24 * 14;

    /// <summary>Null: nothing is configured.</summary>
    /// <exception cref="StartRefusedException">Something is missing or wrong; the message says what.</exception>
    public static SingleSignOnSettings? Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(Section);
        if (Text(section, "Authority") is not { } authority)
            return section.GetChildren().Any(one => one.Key is not "LocalSignIn") ? throw Refused("Authority is not set. Set it to the address of the provider, or remove the section.") : null;
        return new SingleSignOnSettings(
            AuthorityOf(authority, environment),
            Text(section, "ClientId") ?? throw Refused("ClientId is not set. It is the identifier under which the provider knows this installation."),
            Secret(section),
            Text(section, "DisplayName") ?? "your company account",
            [.. (Text(section, "Scopes") ?? "profile email").Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid").Distinct(StringComparer.Ordinal)],
            Text(section, "GroupsClaim") ?? "groups",
            Gifts(section.GetSection("Groups")),
            Text(section, "DefaultTeam"),
            Flag(section, "CreateAtFirstSignIn"),
            Hours(section));
    }

    /// <summary>Whether people may come in with what this installation keeps itself: passwords, passkeys, links, the set-up page.</summary>
    public static bool HasLocalSignIn(IConfiguration configuration) => Flag(configuration.GetSection(Section), "LocalSignIn");

    /// <summary>Why it does not work with a playbook: a group gives a team that the playbook does not have, or nobody could come in; null: it works.</summary>
    public static string? WhyNot(SingleSignOnSettings settings, Playbook playbook)
    {
        foreach (var (group, gifts) in settings.Gifts)
        {
            if (gifts.Count == 0) return $"group {group} gives nothing. Name a team, admin, playbook-owner or lead:<team>.";
            if (gifts.OfType<GroupGift.Team>().FirstOrDefault(gift => !Has(playbook, gift.Id)) is { } unknown)
                return $"group {group} gives '{unknown.Id}', which the playbook does not have. {Words(playbook)}";
        }

        if (settings.DefaultTeam is { } team && !Has(playbook, team)) return $"DefaultTeam is '{team}', which the playbook does not have. {Words(playbook)}";
        return settings.Gifts.Count == 0 && settings.DefaultTeam is null && settings.CreatesPeople
            ? "neither Groups nor DefaultTeam is set, so nobody new could come in. Set one of them, or CreateAtFirstSignIn to false."
            : null;
    }

    public static StartRefusedException Refused(string what) => new($"DeploymentRouter does not start: {Section}: {what}");

    private static Uri AuthorityOf(string authority, IHostEnvironment environment)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw Refused($"Authority is '{authority}', which is no web address.");
        if (address.Scheme is "http" && !environment.IsDevelopment())
            throw Refused("Authority begins with http, so that anybody on the way could say who signs in. Use https; http is for Development only.");
        return address;
    }

    private static string Secret(IConfigurationSection section)
    {
        if (Text(section, "ClientSecret") is { } secret) return secret;
        if (Text(section, "ClientSecretFile") is not { } file)
            throw Refused("there is no client secret. Set ClientSecret (as SingleSignOn__ClientSecret in the environment), or ClientSecretFile to a file that holds it.");
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } read ? read : throw Refused($"ClientSecretFile {file} is empty.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused($"ClientSecretFile {file} cannot be read ({failure.Message}).");
        }
    }

    // A colon parts the names of settings, and is part of the names of some groups: whatever is below Groups is one name.
    private static Dictionary<string, IReadOnlyList<GroupGift>> Gifts(IConfigurationSection groups) =>
        groups.AsEnumerable(makePathsRelative: true).Where(one => one is { Key.Length: > 0, Value: not null })
            .ToDictionary(one => one.Key, one => GroupGift.Read(one.Value!), StringComparer.Ordinal);

    private static TimeSpan Hours(IConfigurationSection section) =>
        Text(section, "SessionHours") is not { } text ? TimeSpan.FromHours(UsualHours)
        : int.TryParse(text, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= MostHours ? TimeSpan.FromHours(hours)
        : throw Refused(string.Create(CultureInfo.InvariantCulture, $"SessionHours is '{text}'. It is a whole number from 1 to {MostHours}."));

    private static bool Flag(IConfigurationSection section, string name) =>
        Text(section, name) is not { } text || (bool.TryParse(text, out var flag) ? flag : throw Refused($"{name} is '{text}'. It is true or false."));

    private static string? Text(IConfigurationSection section, string name) => section[name]?.Trim() is { Length: > 0 } text ? text : null;

    private static bool Has(Playbook playbook, string teamId) => playbook.Teams.Any(team => team.Id == teamId);

    private static string Words(Playbook playbook) => $"Its teams are {string.Join(", ", playbook.Teams.Select(team => team.Id))}.";
}
