namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>One thing that a group gives to its members.</summary>
public abstract record GroupGift
{
    /// <summary>Looks after the installation.</summary>
    public sealed record Admin : GroupGift;

    /// <summary>May publish playbooks.</summary>
    public sealed record PlaybookOwner : GroupGift;

    /// <summary>Is in a team, and may lead it.</summary>
    public sealed record Team(string Id, bool Leads) : GroupGift;

    private GroupGift()
    {
    }

    /// <summary>Reads a setting such as <c>ie</c>, <c>lead:ie</c>, <c>admin</c> or <c>cloud, playbook-owner</c>.</summary>
    public static IReadOnlyList<GroupGift> Read(string setting) =>
        [.. setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadOne)];

    private static GroupGift ReadOne(string word) =>
        word is "admin" ? new Admin()
        : word is "playbook-owner" ? new PlaybookOwner()
        : word.StartsWith(Lead, StringComparison.Ordinal) ? new Team(word[Lead.Length..].Trim(), Leads: true)
        : new Team(word, Leads: false);

    private const string Lead = "lead:";
}
