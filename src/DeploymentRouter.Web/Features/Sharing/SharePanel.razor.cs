using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Sharing;

/// <summary>Links for people without an account: made, looked after and revoked by those who may share.</summary>
public sealed partial class SharePanel(StatusLinks links, NavigationManager navigation, Toasts toasts)
{
    private IReadOnlyList<StatusLinkLine> _lines = [];
    private ShareDraft _form = new();
    private int _version;
    private bool _asks;
    private bool _isActing;
    private string? _made;
    private string? _problem;

    [CascadingParameter]
    public required OpenRequest Open { get; set; }

    private bool IsAllowed => Open.Person.May(Right.ShareStatus, Open.Request.Playbook);

    // Each change of the links is an entry in the history.
    protected override async Task OnParametersSetAsync()
    {
        if (!IsAllowed || _version == Open.Request.Version) return;
        _version = Open.Request.Version;
        _lines = await links.OfAsync(Open.Request.Id, Open.Person, await Open.LookAsync());
    }

    private void Ask() => (_form, _asks, _problem, _made) = (new ShareDraft(), true, null, null);

    private Task MakeAsync() => ActAsync(async () =>
    {
        var (link, refusal) = await links.MakeAsync(Open.Request.Id, _form.Days ?? 0, _form.Note, Open.Person, await Open.LookAsync());
        _problem = refusal?.Sentence;
        if (link is null) return;
        (_asks, _made) = (false, navigation.ToAbsoluteUri($"{StatusEndpoint.Path}/{link.Secret}").AbsoluteUri);
    });

    private Task RevokeAsync(Guid id) => ActAsync(async () =>
    {
        _problem = (await links.RevokeAsync(Open.Request.Id, id, Open.Person, await Open.LookAsync()))?.Sentence;
        if (_problem is not null) return;
        _made = null;
        toasts.Say("The link is revoked. Whoever opens it reads that it is over.");
    });

    private async Task ActAsync(Func<Task> act)
    {
        if (_isActing) return;
        _isActing = true;
        try
        {
            await act();
            _lines = await links.OfAsync(Open.Request.Id, Open.Person, await Open.LookAsync());
        }
        finally
        {
            _isActing = false;
        }
    }
}

/// <summary>What is typed to make a link.</summary>
public sealed class ShareDraft
{
    /// <summary>Null: nothing, or no number.</summary>
    public int? Days { get; set; } = StatusLinks.UsualDays;

    public string Note { get; set; } = "";
}

/// <summary>What is said of a link.</summary>
public static class ShareWords
{
    public static string Opened(StatusLinkLine line, DateTime now) => (line.Opened, line.LastOpenedAt) switch
    {
        (0, _) or (_, null) => "not opened yet",
        (1, { } at) => $"opened once, {WhenText.Moment(at, now)}",
        (var count, { } at) => $"opened {count} times, last {WhenText.Moment(at, now)}",
    };
}
