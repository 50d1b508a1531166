using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DeploymentRouter.Web.Components.Layout;

/// <summary>Leads to a new draft, and stays marked while one is being written.</summary>
public sealed class NewRequestLink(NavigationManager navigation) : NavLink
{
    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute) || navigation.ToBaseRelativePath(uriAbsolute).StartsWith("intake/", StringComparison.Ordinal);
}
