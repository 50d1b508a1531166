using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Auditing;

public sealed partial class AuditPage(AuditTrail trail, PlaybookInForce playbook, SignedIn signedIn, NavigationManager navigation)
{
    private bool? _isMine;
    private Persistence.Auditing.AuditPage? _page;

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "person")]
    private string? PersonText { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Older { get; set; }

    [SupplyParameterFromQuery]
    private string? Newer { get; set; }

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private AuditAddress Address => new(Kind, PersonText, From, To, Older, Newer);

    private string? Shown => _page is { } page ? $"{Named.Count(page.Lines.Count, "line", "lines")} shown{(page.HasOlder ? ", older ones follow" : "")}." : null;

    protected override async Task OnParametersSetAsync()
    {
        _isMine = (await signedIn.PersonAsync()).May(Right.ReadAudit, playbook.Current);
        if (_isMine is false)
        {
            Http.AnswerNotYours();
            return;
        }

        _page = await trail.PageAsync(Address.Filter(), Address.OlderThan, Address.NewerThan);
    }

    private static string Place(AuditEntry line) => line.Id.ToString(CultureInfo.InvariantCulture);
}
