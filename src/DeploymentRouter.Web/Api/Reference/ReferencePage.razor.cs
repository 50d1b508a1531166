using DeploymentRouter.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Api.Reference;

/// <summary>The API for people: every operation, and the shapes of what goes in and out.</summary>
public sealed partial class ReferencePage(ReferenceDocument reference, NavigationManager navigation)
{
    private ReferenceView? _view;

    /// <summary>Null: the overview.</summary>
    [Parameter]
    public string? Group { get; set; }

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private GroupView? Shown => _view?.Find(Group);

    private string Host => navigation.BaseUri.TrimEnd('/');

    private string Lede => Shown?.Says ?? "Everything a page can do, for programs.";

    private IReadOnlyList<Crumb> Crumbs => Shown is { } group ? [new("API", "/api"), new(group.Name)] : [];

    protected override async Task OnParametersSetAsync()
    {
        _view ??= await reference.ReadAsync();
        if (Group is not null && Shown is null) Http.AnswerNotFound();
    }
}
