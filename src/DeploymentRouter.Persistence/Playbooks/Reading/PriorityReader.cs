using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>Reads <c>priority</c>.</summary>
internal static class PriorityReader
{
    private const int MaxPoints = 100;

    private static readonly (string Word, Engagement Value)[] Engagements =
    [
        ("trial", Engagement.Trial),
        ("production", Engagement.NewProduction),
        ("migration", Engagement.Migration),
        ("expansion", Engagement.Expansion),
    ];

    public static PriorityWeights Read(MapReader file)
    {
        var priority = file.Section("priority");
        var weights = new PriorityWeights(
            Points(priority, "revenue_in_the_coming_year"),
            Size(priority?.Section("size")),
            Value(priority?.Section("value")),
            Points(priority, "intangibles"),
            KindOfWork(priority?.Section("kind_of_work")));
        priority?.End();
        return weights;
    }

    private static SizeWeights Size(MapReader? section)
    {
        if (section is null)
            return new SizeWeights([], [], 0, 0);
        var weights = new SizeWeights(
            Steps(section, "users"),
            Steps(section, "repositories"),
            (int)section.Number("each_complexity_flag", 0, MaxPoints),
            (int)section.Number("complexity_flags_at_most", 0, MaxPoints));
        section.End();
        return weights;
    }

    private static ValueWeights Value(MapReader? section)
    {
        if (section is null)
            return new ValueWeights([], []);
        var weights = new ValueWeights(Steps(section, "arr"), Steps(section, "addressable_market"));
        section.End();
        return weights;
    }

    private static Dictionary<string, int> Points(MapReader? priority, string key)
    {
        var points = new Dictionary<string, int>(StringComparer.Ordinal);
        if (priority?.Section(key) is { } section)
        {
            foreach (var entry in section.Map.Entries)
                points[entry.Key.Value] = (int)section.Number(entry.Key.Value, 0, MaxPoints);
        }
        return points;
    }

    private static Dictionary<Engagement, int> KindOfWork(MapReader? section)
    {
        var points = new Dictionary<Engagement, int>();
        foreach (var (word, engagement) in Engagements)
            points[engagement] = (int)(section?.Number(word, 0, MaxPoints) ?? 0);
        section?.End();
        return points;
    }

    private static IReadOnlyList<PointStep> Steps(MapReader section, string key)
    {
        if (section.Need(key) is not YamlList list)
        {
            section.Fault($"'{key}' must list steps, each beginning with '- from:' or '- above:'.");
            return [];
        }
        return [.. list.Items.Select(section.Read).OfType<MapReader>().Select(Step).OrderBy(step => step.From)];
    }

    private static PointStep Step(MapReader section)
    {
        var above = section.OptionalNumber("above", 0, FieldCheck.MaxNumber);
        var from = above + 1 ?? section.Number("from", 0, FieldCheck.MaxNumber);
        var step = new PointStep(from, (int)section.Number("points", 0, MaxPoints));
        section.End();
        return step;
    }
}
