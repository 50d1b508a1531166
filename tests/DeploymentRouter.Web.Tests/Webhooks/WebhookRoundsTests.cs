using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Features.Requests;
using DeploymentRouter.Web.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Webhooks;

/// <summary>Several receivers at once, over a real database.</summary>
public sealed class WebhookRoundsTests : RequestRoom
{
    private static readonly Core.People.Person Quill = DemoPeople.Find("quill-mossgate")!.Person;

    public WebhookRoundsTests()
    {
        Services.AddSingleton(new SecretSeal(secret => secret, kept => kept));
        Services.AddSingleton(new WebhookSettings { AllowHttp = true, AllowedHosts = ["127.0.0.1", "localhost"], Timeout = TimeSpan.FromSeconds(30) });
        Services.AddWebhookSender().AddSingleton<WebhookRounds>();
    }

    private WebhookRounds Rounds => Services.GetRequiredService<WebhookRounds>();

    [Fact]
    public async Task A_slow_receiver_holds_nobody_else_up_and_is_sent_one_message_at_a_time()
    {
        var released = new TaskCompletionSource();
        var (atOnce, most) = (0, 0);
        await using var slow = await Receiver.StartAsync(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await released.Task;
            Interlocked.Decrement(ref atOnce);
        });
        await using var quick = await Receiver.StartAsync();
        await MakeAsync("Slow", slow.At());
        var other = await MakeAsync("Quick", quick.At("localhost"));
        await StoreAsync(RequestWalk.InQualification());

        await Rounds.BeginAsync();
        // A second look while the first is under way begins nothing twice.
        await Rounds.BeginAsync();
        await UntilAsync(async () => (await LineAsync(other)).Waiting == 0);
        Assert.True(quick.Messages.Count > 2);
        Assert.Single(slow.Messages);

        released.SetResult();
        await Rounds.EndAsync();
        Assert.Equal(quick.Messages.Select(one => one.Id), slow.Messages.Select(one => one.Id));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task An_end_in_the_middle_is_no_failure_and_the_message_comes_again()
    {
        var arrived = new TaskCompletionSource();
        var isBack = false;
        await using var receiver = await Receiver.StartAsync(async http =>
        {
            if (isBack) return;
            arrived.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(20), http.RequestAborted);
        });
        var hook = await MakeAsync("Warehouse", receiver.At());
        await StoreAsync(RequestWalk.InQualification());
        using (var end = new CancellationTokenSource())
        {
            await Rounds.BeginAsync(end.Token);
            await arrived.Task;
            await end.CancelAsync();
            await Rounds.EndAsync();
        }

        Assert.Null((await LineAsync(hook)).FailingSince);
        isBack = true;
        await Rounds.BeginAsync();
        await Rounds.EndAsync();
        var messages = receiver.Messages.ToArray();
        Assert.Equal((messages[0].Id, messages[0].Body), (messages[1].Id, messages[1].Body));
        Assert.Equal(0, (await LineAsync(hook)).Waiting);
    }

    private WebhookDesk Desk => Services.GetRequiredService<WebhookDesk>();

    private async Task<Guid> MakeAsync(string name, string url) => (await Desk.MakeAsync(new WebhookWish(name, url, []), Quill)).Made!.Line.Id;

    private async Task<WebhookLine> LineAsync(Guid id) => (await Desk.FindAsync(id, Quill)).Line!;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var turn = 0; turn < 150 && !await holds(); turn++) await Task.Delay(100);
        Assert.True(await holds());
    }
}
