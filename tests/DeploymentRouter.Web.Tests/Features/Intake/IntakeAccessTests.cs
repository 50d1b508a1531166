using System.Collections.Immutable;
using Bunit;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Intake;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Intake;

public sealed class IntakeAccessTests : IAsyncLifetime
{
    private readonly IntakeRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_room).DisposeAsync();

    [Fact]
    public async Task A_new_request_opens_a_draft_and_asking_again_opens_the_same_one()
    {
        _room.Render<NewRequest>();
        var first = _room.Navigation.Uri;
        _room.Render<NewRequest>();

        Assert.Matches("/intake/[0-9a-f-]{36}$", first);
        Assert.Equal(first, _room.Navigation.Uri);
        Assert.Empty(await _room.Drafts.OfAsync(IntakeRoom.Wren.Id));
    }

    [Theory]
    [InlineData("juniper-goldfinch")]
    [InlineData("skye-nimbus")]
    [InlineData("quill-mossgate")]
    public async Task Whoever_cannot_file_is_told_who_can(string personId)
    {
        var id = await _room.DraftAsync();
        _room.SignIn(DemoPeople.Find(personId)!.Person);

        Assert.Contains("CE files requests", _room.Render<NewRequest>().Markup, StringComparison.Ordinal);
        Assert.Contains("CE files requests", _room.Open(id).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_draft_looks_like_none()
    {
        var id = await _room.DraftAsync((Core.Intake.DraftKeys.CustomerName, "Orrery Labs"));
        _room.SignIn(DemoPeople.Find("otis-fernhollow")!.Person);

        var page = _room.Open(id);

        Assert.Contains("There is no such draft of yours", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Orrery", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_the_playbook_does_not_have_is_not_found()
    {
        var id = await _room.DraftAsync();

        Assert.Contains("There is nothing at this address", _room.Open(id, "nowhere").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filed_draft_leads_to_its_request()
    {
        var id = await _room.DraftAsync();
        var facts = new CustomerFacts("Orrery Labs", "", Engagement.Trial, null, null, null, null, "");
        var filed = await _room.Services.GetRequiredService<RequestDesk>()
            .FileAsync(id, facts, AnswerSet.Empty, ImmutableDictionary<string, string>.Empty, IntakeRoom.Wren);

        _room.Open(id, "size");

        Assert.EndsWith($"/requests/{Assert.IsType<ActResult.Done>(filed).Request.Number}", _room.Navigation.Uri, StringComparison.Ordinal);
    }
}
