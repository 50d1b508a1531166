using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.DemoData;

/// <summary>Fills an empty installation with invented customers and their last ninety days; those whose growth is watched are with us for most of a year. The same run gives the same stories.</summary>
public sealed class DemoRequests(RequestStore store, PlaybookInForce playbook, TimeProvider time)
{
    private const int Days = 90;
    private const int Rehearsals = 5;
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Files every invented request, oldest first, so that numbers follow time.</summary>
    public async Task FillAsync(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var requests = DemoCustomers.All.Select((customer, index) => Make(customer, index, now)).OrderBy(request => request.OpenedAt);
        foreach (var request in requests)
            await store.AddAsync(request, request.Id, cancel);
    }

    // A story is rehearsed until it reaches its last act where it should: weekends make its length depend on where it begins.
    private Request Make(DemoCustomer customer, int index, DateTime now)
    {
        if (customer.Growth is { } growth) return Tell(customer, index, now - TimeSpan.FromDays(growth.Days), now).Request;
        var end = now - Age(customer, index);
        var start = end - TimeSpan.FromDays(30);
        for (var rehearsal = 0; rehearsal < Rehearsals; rehearsal++)
            start -= Tell(customer, index, start, Never).At - end;
        var earliest = now - TimeSpan.FromDays(Days - 1);
        return Tell(customer, index, start < earliest ? earliest : start, now).Request;
    }

    // How long ago the last act was: finished stories are older, the others keep their teams busy this week.
    private static TimeSpan Age(DemoCustomer customer, int index) => customer switch
    {
        { StopAt: null, Way: <= DemoWay.OneClickIntoJointlyManaged } => TimeSpan.FromDays(2 + index * 7 % 31),
        { Twist: DemoTwist.Withdrawn } => TimeSpan.FromDays(12),
        _ => TimeSpan.FromHours(2 + index * 37 % 118),
    };

    private (Request Request, DateTime At) Tell(DemoCustomer customer, int index, DateTime start, DateTime now)
    {
#pragma warning disable CA5394 // Invented people need no secrets.
        var random = new Random(index);
        var ce = SignIn.DemoPeople.All.Where(demo => demo.Person.TeamId == "ce").ElementAt(index % 2).Person;
        var answers = DemoAnswers.For(customer.Way, customer.Users, customer.Repositories, index);
        var (request, refusal) = Request.Open(
            Guid.CreateVersion7(new DateTimeOffset(start)), playbook.Current, Facts(customer, index, start, random), answers, Notes, ce, start);
#pragma warning restore CA5394
        if (request is null) throw new InvalidOperationException($"Demo data, {customer.Name}: {refusal!.Sentence}");
        var story = new DemoStory(customer, request, start, now, random);
        story.Tell();
        customer.Growth?.Tell(request, story, now, random);
        return (request, story.At);
    }

    private static readonly Dictionary<string, string> Notes = new(StringComparer.Ordinal);

    private static CustomerFacts Facts(DemoCustomer customer, int index, DateTime start, Random random) => new(
        customer.Name,
        $"https://crm.vendor.example/opportunities/OPP-{20_400 + index}",
        (Engagement)(index % 4),
        Math.Round(customer.Users * (18m + random.Next(20)) / 1_000m) * 1_000m,
        Math.Round(customer.Users * (90m + random.Next(60)) / 1_000m) * 1_000m,
        DateOnly.FromDateTime(start).AddDays(60 + random.Next(60)),
        DateOnly.FromDateTime(start).AddDays(20 + random.Next(40)),
        "An invented customer.");
}
