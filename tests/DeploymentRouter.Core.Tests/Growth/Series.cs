using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Tests.Growth;

/// <summary>Readings in a test, and the default playbook's triggers.</summary>
internal static class Series
{
    public static readonly DateOnly Today = new(2026, 11, 24);
    public static readonly GrowthTriggers Triggers = new(20_000, 200_000, new(75, 180), new(90, 90));

    private static readonly Actor Hazel = new("hazel", "Hazel", "tam");

    /// <summary>A reading taken so many days before today.</summary>
    public static Reading Read(int daysAgo, long users, long repositories = 1_000, int entry = 0, bool withdrawn = false) => new(
        entry, Today.AddDays(-daysAgo), users, repositories, "licence report", Hazel, DateTime.UnixEpoch,
        withdrawn ? new ReadingWithdrawal("A slip.", Hazel, DateTime.UnixEpoch) : null);

    public static Outlook Outlook(params Reading[] readings) => Outlook(readings, cleared: null);

    public static Outlook Outlook(IEnumerable<Reading> readings, Clearing? cleared, GrowthTriggers? triggers = null) =>
        Core.Growth.Outlook.Of(GrowthFacts.Of(readings, cleared is null ? [] : [cleared], Triggers.TrendOverDays), triggers ?? Triggers, Today);
}
