using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>growth</c>.</summary>
internal static class GrowthReader
{
    public static GrowthTriggers Read(MapReader file)
    {
        if (file.Section("growth") is not { } growth)
            return new GrowthTriggers(1, 1, new GrowthThreshold(1, 1), new GrowthThreshold(1, 1));
        var triggers = new GrowthTriggers(
            growth.Number("users_limit", 1, FieldCheck.MaxNumber),
            growth.Number("repositories_limit", 1, FieldCheck.MaxNumber),
            Threshold(growth, "amber"),
            Threshold(growth, "red"));
        growth.End();
        return triggers;
    }

    private static GrowthThreshold Threshold(MapReader growth, string key)
    {
        if (growth.Section(key) is not { } section)
            return new GrowthThreshold(1, 1);
        var threshold = new GrowthThreshold(
            (int)section.Number("utilisation_percent", 1, 100), (int)section.Number("days_to_limit", 1, 3_650));
        section.End();
        return threshold;
    }
}
