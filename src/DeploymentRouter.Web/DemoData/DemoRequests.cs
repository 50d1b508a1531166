using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;

namespace DeploymentRouter.Web.DemoData;

/// <summary>Fills an empty installation with invented customers and their last ninety days. The same run gives the same stories.</summary>
public sealed class DemoRequests(RequestStore store, PlaybookInForce playbook, TimeProvider time)
{
    private const int Days = 90;
    private static readonly DateTime Rehearsal = new(2020, 1, 6, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Files every invented request, oldest first, so that numbers follow time.</summary>
    public async Task FillAsync(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var requests = DemoCustomers.All.Select((customer, index) => Make(customer, index, now)).OrderBy(request => request.OpenedAt);
        foreach (var request in requests)
            await store.AddAsync(request, request.Id, cancel);
    }

    // The story is rehearsed once to know how long it takes, then told so that it reaches the present where it should stop.
    private Request Make(DemoCustomer customer, int index, DateTime now)
    {
        var length = Tell(customer, index, Rehearsal, DateTime.MaxValue.AddDays(-1)).At - Rehearsal;
        var age = TimeSpan.FromHours(3 + index * 37 % 70);
        var span = TimeSpan.FromTicks(Math.Min((length + age).Ticks, TimeSpan.FromDays(Days - 1).Ticks));
        return Tell(customer, index, now - span, now).Request;
    }

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
