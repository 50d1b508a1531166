using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.CommandLine.Playbooks;

namespace DeploymentRouter.Web.Api.Playbooks;

/// <summary>What was found about a playbook.</summary>
/// <param name="Sound">It can be read, everything about it is proven, and its tests pass.</param>
internal sealed record CheckJson(bool Sound, IReadOnlyList<FindingJson> Findings)
{
    public static CheckJson Of(PlaybookCheck check) => new(check.IsSound, FindingJson.Of(check));
}

/// <param name="Kind">For example "unreadable", "gap", "law_broken", "test_failed".</param>
/// <param name="Where">The place in the playbook, for example "rows.cloud.when"; empty: the whole.</param>
/// <param name="Line">From 1; null: the whole.</param>
/// <param name="Example">Answers that show it; null: none are needed.</param>
internal sealed record FindingJson(string Kind, string Where, int? Line, string Message, IReadOnlyDictionary<string, JsonElement>? Example)
{
    public static IReadOnlyList<FindingJson> Of(PlaybookCheck check) =>
        [.. check.All().Select(found => new FindingJson(
            found.Kind, found.At.Path, found.At.Line > 0 ? found.At.Line : null, found.At.Message, found.Example is null ? null : AnswersOut.Of(found.Example)))];
}

/// <summary>What two playbooks decide differently, exactly. Counts are text: they are larger than most programs can hold as numbers.</summary>
/// <param name="Combinations">How many combinations of answers there are.</param>
/// <param name="Changed">How many of them are decided differently.</param>
/// <param name="Regions">The largest first.</param>
/// <param name="Text">What else the text says differently.</param>
internal sealed record DiffJson(string Combinations, string Changed, IReadOnlyList<RegionJson> Regions, IReadOnlyList<TextChangeJson> Text)
{
    public static DiffJson Of(PlaybookPair pair) => new(
        Digits(pair.Comparison.Differences.Combinations),
        Digits(pair.Comparison.Differences.Changed),
        [.. pair.Comparison.Differences.Regions.Select(region => new RegionJson(region.From, region.To, Digits(region.Count), AnswersOut.Of(region.Example.Answers)))],
        [.. pair.Text.Select(part => new TextChangeJson(part.Where, part.Change))]);

    private static string Digits(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="From">The strategy before; null: the playbook before does not take such answers.</param>
/// <param name="To">The strategy after; null: the playbook after does not take such answers.</param>
internal sealed record RegionJson(string? From, string? To, string Count, IReadOnlyDictionary<string, JsonElement> Example);

/// <param name="Change">"added", "removed", or "changed".</param>
internal sealed record TextChangeJson(string Where, string Change);
