using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Features.MyWork;

public sealed partial class MyWorkPage(
    WorkOfPerson works, DraftStore drafts, RequestFeed feed, DraftFeed draftFeed, PlaybookInForce playbook, SignedIn signedIn, TimeProvider time) : IDisposable
{
    private readonly Refreshing _refreshing = new();
    private Person? _person;
    private PersonalWork? _work;
    private IReadOnlyList<DraftSummary> _drafts = [];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private string TeamName => TeamLook.ShortName(_person!.TeamId);

    private bool FilesRequests => _person?.TeamId == playbook.Current.CommonStages.Answers.OwnerTeamId;

    private string? Lede => _work is null ? null : _work.Assigned.Count switch
    {
        0 => "Nothing waits for you.",
        1 => "1 request waits for you.",
        var count => FormattableString.Invariant($"{count} requests wait for you."),
    };

    protected override async Task OnInitializedAsync()
    {
        feed.Changed += Hear;
        draftFeed.Changed += Hear;
        _person = await signedIn.PersonAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _work = await works.OfAsync(_person!, await signedIn.SightAsync());
        if (FilesRequests) _drafts = await drafts.OfAsync(_person!.Id);
        StateHasChanged();
    }

    private void Hear(Guid id) => _ = InvokeAsync(() => _refreshing.RunAsync(ReadAsync));

    public void Dispose()
    {
        feed.Changed -= Hear;
        draftFeed.Changed -= Hear;
    }
}
