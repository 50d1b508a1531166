using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Reports;

/// <summary>What happened in a span of days, to all requests that the reader may know of.</summary>
public sealed partial class ReportsPage(Persistence.Reporting.Reports reports, PlaybookInForce playbook, SignedIn signedIn, TimeProvider time, NavigationManager navigation)
{
    private Report? _report;
    private ReportQuestion _asked = new(default, default);
    private Refusal? _problem;

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? By { get; set; }

    [SupplyParameterFromQuery]
    private string? Strategy { get; set; }

    [SupplyParameterFromQuery]
    private string? Team { get; set; }

    private ReportAddress Address => new(From, To, By, Strategy, Team);

    protected override async Task OnParametersSetAsync()
    {
        _asked = Address.Question(playbook.Current, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        _problem = _asked.Problem();
        _report = _problem is null ? await reports.OfAsync(_asked, await signedIn.SightAsync()) : null;
    }
}
