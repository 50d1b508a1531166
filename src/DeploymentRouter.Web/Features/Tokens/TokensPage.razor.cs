using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Tokens;

/// <summary>Access tokens of the person who looks, or of a team: made, listed, revoked.</summary>
public sealed partial class TokensPage(TokenDesk desk, PlaybookInForce playbook, SignedIn signedIn, Toasts toasts)
{
    private const string Own = "Access tokens";
    private Person? _person;
    private string? _shownTeam;
    private TokensView? _view;
    private NewToken? _made;

    /// <summary>The team whose tokens these are; nothing: the person's own.</summary>
    [SupplyParameterFromQuery(Name = "team")]
    public string? TeamId { get; set; }

    public static string Address(string? teamId) => teamId is null ? "/account/tokens" : $"/account/tokens?team={Uri.EscapeDataString(teamId)}";

    private string? Team => string.IsNullOrEmpty(TeamId) ? null : TeamId;

    private string Title => _view?.Team is { } team ? $"Access tokens of {team.Name}" : Own;

    private string Lede => _view?.Team is { } team
        ? $"A program that shows one acts for {team.Name}, under the token's name. It stays when people leave."
        : "A program that shows one acts as you, with your permissions and no more.";

    private IReadOnlyList<Crumb> Crumbs => _view?.Team is { } team ? [new(team.FullName, $"/teams/{team.Id}"), new(Own)] : [];

    protected override async Task OnParametersSetAsync()
    {
        if (_view is not null && _shownTeam == Team) return;
        (_view, _made) = (null, null);
        _person ??= await signedIn.PersonAsync();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _shownTeam = Team;
        var (tokens, refusal) = await desk.ListAsync(Team, _person!);
        var team = playbook.Current.Teams.FirstOrDefault(one => one.Id == Team);
        var elsewhere = await desk.TeamsOfAsync(_person!);
        _view = new TokensView(team, tokens, [.. elsewhere.Where(one => one.Id != Team)], refusal);
    }

    private async Task<string?> MakeAsync(TokenWish wish)
    {
        var (made, refusal) = await desk.MakeAsync(wish with { TeamId = Team }, _person!);
        _made = made ?? _made;
        await ReadAsync();
        StateHasChanged();
        return refusal?.Sentence;
    }

    private async Task RevokeAsync(TokenLine token)
    {
        var outcome = await desk.RevokeAsync(token.Id, _person!);
        toasts.Say(outcome.Succeeded ? $"{token.Name} is revoked. No program comes in with it any more." : outcome.Refusal!.Sentence);
        if (_made?.Line.Id == token.Id) _made = null;
        await ReadAsync();
        StateHasChanged();
    }
}
