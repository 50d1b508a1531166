using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Requests;

public sealed class UnsentTextTests : IAsyncLifetime
{
    private readonly Office _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_is_typed_is_kept_for_its_writer_until_it_is_sent()
    {
        var request = await _office.JointAsync("Orrery Labs");
        var unsent = _office.Get<UnsentTexts>();
        await unsent.KeepAsync(Ce.Id, request.Id, "comment", "Hello");
        var at = await unsent.KeepAsync(Ce.Id, request.Id, "comment", "Hello there");
        await unsent.KeepAsync(Ce.Id, request.Id, "form.ie_request.tdd_link", "https://");

        var kept = await unsent.OfAsync(Ce.Id, request.Id);
        Assert.Equal(new UnsentText("Hello there", at!.Value), kept["comment"]);
        Assert.Equal(2, kept.Count);
        Assert.Empty(await unsent.OfAsync(Ie.Id, request.Id));

        await unsent.ForgetAsync(Ce.Id, request.Id, "form.");
        Assert.Equal(["comment"], (await unsent.OfAsync(Ce.Id, request.Id)).Keys);
        await unsent.KeepAsync(Ce.Id, request.Id, "comment", "");
        Assert.Empty(await unsent.OfAsync(Ce.Id, request.Id));
    }

    [Fact]
    public async Task What_belongs_to_no_request_is_kept_too_up_to_the_longest()
    {
        var unsent = _office.Get<UnsentTexts>();
        var longest = new string('x', UnsentTexts.Longest);
        Assert.NotNull(await unsent.KeepAsync(Ce.Id, UnsentTexts.NoRequest, "import", longest));
        Assert.Null(await unsent.KeepAsync(Ce.Id, UnsentTexts.NoRequest, "import", longest + "x"));
        Assert.Equal(longest, (await unsent.OfAsync(Ce.Id, UnsentTexts.NoRequest))["import"].Text);
    }
}
