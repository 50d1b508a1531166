using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using DeploymentRouter.Persistence.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace DeploymentRouter.Persistence.Tests.Webhooks;

/// <summary>The desk and the dispatch of an office, with a seal that everybody can open.</summary>
internal sealed class Hooks(Office office)
{
    public static readonly Person Admin = new("ada", "Ada", "", true);

    private static readonly SecretSeal Seal = new(secret => $"sealed {secret}", kept => kept["sealed ".Length..]);
    private static readonly WebhookSettings Settings = new() { PublicAddress = "https://router.example" };
    private static readonly WebhookFeed Feed = new(NullLogger<WebhookFeed>.Instance);

    private IDbContextFactory<RouterDb> Factory => office.Get<IDbContextFactory<RouterDb>>();

    public WebhookDesk Desk { get; } = new(
        office.Get<IDbContextFactory<RouterDb>>(), office.Get<WriteGate>(), office.Get<PlaybookInForce>(), new WebhookDestinations(Settings), Settings, Seal, Feed, office.Time);

    // Made anew each time, as a restart would.
    public WebhookDispatch Dispatch => new(Factory, office.Get<WriteGate>(), Settings, Seal, Feed, office.Time);

    public async Task<WebhookLine> MakeAsync(params string[] events) => await MakeAsync(new WebhookWish("Warehouse", "https://93.184.215.14/hook", events));

    public async Task<WebhookLine> MakeAsync(WebhookWish wish)
    {
        var (made, refusal) = await Desk.MakeAsync(wish, Admin);
        Assert.Null(refusal);
        return made!.Line;
    }

    public async Task<WebhookLine> LineAsync(Guid id) => (await Desk.FindAsync(id, Admin)).Line!;

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<DeliveryLine>> DeliveriesAsync(Guid id) => [.. (await Desk.DeliveriesAsync(id, null, null, Admin)).Page!.Items.Reverse()];

    /// <summary>Sends what is next; what it was, or null.</summary>
    public async Task<string?> TryAsync(Guid id, int? status)
    {
        if (await Dispatch.NextAsync(id) is not { } sending) return null;
        await Dispatch.RecordAsync(sending, new WebhookAnswer(status, status is null ? "No connection could be made." : null));
        return sending.EventId;
    }

    public async Task<RouterDb> DbAsync() => await Factory.CreateDbContextAsync();
}
