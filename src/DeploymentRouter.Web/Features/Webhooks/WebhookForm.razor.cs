using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Webhooks;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Webhooks;

/// <summary>Where a webhook goes and what it takes.</summary>
public sealed partial class WebhookForm
{
    private const string NoneChosen = "EventsMissing";
    private static readonly string[] UrlProblems = ["UrlInvalid", "UrlNotHttps", "UrlWithPassword", "UrlNotPublic"];
    private readonly HashSet<string> _events = new(StringComparer.Ordinal);
    private ElementReference _first;
    private string _name = "";
    private string _url = "";
    private string _teamId = "";
    private string _strategyId = "";
    private bool _isSome;
    private bool _isSaving;
    private Refusal? _refusal;

    [Parameter, EditorRequired]
    public required Playbook Playbook { get; set; }

    /// <summary>The webhook to change; null: a new one.</summary>
    [Parameter]
    public WebhookLine? Line { get; set; }

    /// <summary>The button that names the act.</summary>
    [Parameter, EditorRequired]
    public required string Act { get; set; }

    /// <summary>Saves it; what is wrong, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<WebhookWish, Task<Refusal?>> Save { get; set; }

    [Parameter]
    public EventCallback Leave { get; set; }

    private bool IsAtField => _refusal is { } refusal && (UrlProblems.Contains(refusal.Name, StringComparer.Ordinal) || refusal.Name is "WebhookNameInvalid" or NoneChosen);

    protected override void OnInitialized()
    {
        if (Line is not { } line) return;
        (_name, _url, _teamId, _strategyId, _isSome) = (line.Name, line.Url, line.TeamId ?? "", line.StrategyId ?? "", line.Events.Count > 0);
        _events.UnionWith(line.Events);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _first.FocusAsync();
    }

    private void Choose(string type, bool isChosen) => _ = isChosen ? _events.Add(type) : _events.Remove(type);

    private async Task SaveAsync()
    {
        // A double click makes one.
        if (_isSaving) return;
        _isSaving = true;
        try
        {
            _refusal = _isSome && _events.Count == 0
                ? new Refusal(NoneChosen, "Choose at least one, or everything.")
                : await Save(new WebhookWish(_name, _url, _isSome ? [.. _events] : [], Chosen(_teamId), Chosen(_strategyId)));
        }
        finally
        {
            _isSaving = false;
        }
    }

    private static string? Chosen(string id) => id.Length > 0 ? id : null;

    private static string Id(string field) => $"webhook-{field}";

    private string? Of(params string[] names) => _refusal is not null && names.Contains(_refusal.Name, StringComparer.Ordinal) ? _refusal.Sentence : null;

    private string? Wrong(params string[] names) => Of(names) is null ? null : "true";

    private string? Says(string field, string? otherwise, params string[] names) =>
        Of(names) is not null ? $"{Id(field)}-error" : otherwise is null ? null : $"{Id(field)}-{otherwise}";
}
