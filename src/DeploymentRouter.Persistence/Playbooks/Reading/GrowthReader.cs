using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>growth</c>.</summary>
internal static class GrowthReader
{
    private const int MostDays = 3_650;

    public static GrowthTriggers Read(MapReader file, IReadOnlyList<Strategy> strategies, IReadOnlyList<ReasonCode> reasons)
    {
        if (file.Section("growth") is not { } growth)
            return new GrowthTriggers(1, 1, new GrowthThreshold(1, 1), new GrowthThreshold(1, 1));
        var triggers = new GrowthTriggers(
            growth.Number("users_limit", 1, FieldCheck.MaxNumber),
            growth.Number("repositories_limit", 1, FieldCheck.MaxNumber),
            Threshold(growth, "amber"),
            Threshold(growth, "red"))
        {
            ReadingEveryDays = (int)(growth.OptionalNumber("reading_every_days", 1, MostDays) ?? GrowthTriggers.DefaultReadingEveryDays),
            TrendOverDays = (int)(growth.OptionalNumber("trend_over_days", 1, MostDays) ?? GrowthTriggers.DefaultTrendOverDays),
            Engagement = Engagement(growth, strategies, reasons),
        };
        growth.End();
        return triggers;
    }

    private static GrowthEngagement? Engagement(MapReader growth, IReadOnlyList<Strategy> strategies, IReadOnlyList<ReasonCode> reasons)
    {
        if (growth.OptionalSection("engagement") is not { } section)
            return null;
        var label = section.Text("label");
        var strategyId = new Ids("strategy", strategies.Select(strategy => strategy.Id)).Check(section.TextNode("strategy"), section.Faults);
        // Somebody has to answer: the last stage of a strategy cannot be where the engagement begins.
        var stages = strategies.FirstOrDefault(strategy => string.Equals(strategy.Id, strategyId, StringComparison.Ordinal))?.Stages.SkipLast(1) ?? [];
        var stageId = new Ids("stage with another one after it", stages.Select(stage => stage.Id)).Check(section.TextNode("stage"), section.Faults);
        var reason = new Ids("override reason", reasons.Select(reason => reason.Id)).Check(section.TextNode("reason"), section.Faults);
        section.End();
        return new GrowthEngagement(label, strategyId, stageId, reason);
    }

    private static GrowthThreshold Threshold(MapReader growth, string key)
    {
        if (growth.Section(key) is not { } section)
            return new GrowthThreshold(1, 1);
        var threshold = new GrowthThreshold(
            (int)section.Number("utilisation_percent", 1, 100), (int)section.Number("days_to_limit", 1, MostDays));
        section.End();
        return threshold;
    }
}
