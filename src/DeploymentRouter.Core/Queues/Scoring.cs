using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Queues;

/// <summary>Adds up a priority by the playbook's weights.</summary>
public static class Scoring
{
    /// <summary>The priority of a request as it is now.</summary>
    public static PriorityScore Score(Request request) => Score(request.Playbook.Priority, PriorityFacts.Of(request));

    public static PriorityScore Score(PriorityWeights weights, PriorityFacts facts) => new(
    [
        Part("Revenue", Most(weights.Revenue.Values), Given(weights.Revenue, facts.Revenue, $"In the coming year: {facts.Revenue}", PrioritySource.Form)),
        Part("Size", SizeMaximum(weights.Size), [
            .. Step(weights.Size.Users, facts.Users, "users", PrioritySource.Answers),
            .. Step(weights.Size.Repositories, facts.Repositories, "repositories", PrioritySource.Answers),
            .. Flags(weights.Size, facts.ComplexityFlags),
        ]),
        Part("Value", Highest(weights.Value.Arr) + Highest(weights.Value.AddressableMarket), [
            .. Step(weights.Value.Arr, facts.ArrUsd, "USD a year", PrioritySource.Customer),
            .. Step(weights.Value.AddressableMarket, facts.AddressableMarketUsd, "USD addressable market", PrioritySource.Customer),
        ]),
        Part("Intangibles", weights.Intangibles.Values.Sum(), facts.Intangibles.SelectMany(id => Given(weights.Intangibles, id, Words(id), PrioritySource.Form))),
        Part("Kind of work", Most(weights.KindOfWork.Values), Work(weights, facts.Engagement)),
    ]);

    /// <summary>The most that each part can give, in the order of <see cref="PriorityScore.Parts"/>.</summary>
    public static IReadOnlyList<int> Maxima(PriorityWeights weights) =>
        [.. Score(weights, new PriorityFacts(null, null, null, 0, null, null, [], default)).Parts.Select(part => part.Maximum)];

    private static PriorityPart Part(string name, int maximum, IEnumerable<PriorityItem> items) =>
        new(name, maximum, [.. items.Where(item => item.Points > 0)]);

    private static IEnumerable<PriorityItem> Given(IReadOnlyDictionary<string, int> points, string? id, string fact, PrioritySource source) =>
        id is not null && points.TryGetValue(id, out var given) ? [new PriorityItem(fact, given, source)] : [];

    private static IEnumerable<PriorityItem> Step(IReadOnlyList<PointStep> steps, decimal? figure, string unit, PrioritySource source) =>
        figure is { } reached && steps.Where(step => step.From <= reached).MaxBy(step => step.From) is { } highest
            ? [new PriorityItem(string.Create(CultureInfo.InvariantCulture, $"{reached:N0} {unit}"), highest.Points, source)]
            : [];

    private static IEnumerable<PriorityItem> Flags(SizeWeights size, int flags) =>
        flags == 0 ? [] :
        [
            new PriorityItem(
                flags == 1 ? "1 complexity flag" : string.Create(CultureInfo.InvariantCulture, $"{flags} complexity flags"),
                Math.Min(flags * size.EachComplexityFlag, size.ComplexityFlagsAtMost),
                PrioritySource.Form),
        ];

    private static IEnumerable<PriorityItem> Work(PriorityWeights weights, Engagement engagement) =>
        weights.KindOfWork.TryGetValue(engagement, out var points) ? [new PriorityItem(Words(engagement), points, PrioritySource.Customer)] : [];

    private static int SizeMaximum(SizeWeights size) => Highest(size.Users) + Highest(size.Repositories) + size.ComplexityFlagsAtMost;

    private static int Highest(IReadOnlyList<PointStep> steps) => Most(steps.Select(step => step.Points));

    private static int Most(IEnumerable<int> points) => points.DefaultIfEmpty().Max();

    private static string Words(Engagement engagement) => engagement switch
    {
        Engagement.Trial => "Trial or proof of concept",
        Engagement.NewProduction => "New production",
        Engagement.Migration => "Migration",
        Engagement.Expansion => "Expansion",
        _ => throw new ArgumentOutOfRangeException(nameof(engagement), engagement, null),
    };

    // "lack_of_expertise" reads as "Lack of expertise".
    private static string Words(string id) => Wording.Capital(id.Replace('_', ' '));
}
