using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn.Password;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.SignIn.SetUp;

/// <summary>Makes the first administrator of an installation, for who can read its log.</summary>
public sealed partial class SetUpPage(SetUpCode code, FirstAdministrator first, SignInLimits limits, SessionDoor door, AuditLog audit)
{
    public const string Path = "/set-up";

    private static readonly Refusal CodeWrong = new("CodeWrong", "This is not the code that the log shows. Look for the newest one.");

    private bool _isNeeded;
    private string? _problem;
    private Refusal? _refusal;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "set-up", Name = "code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "set-up", Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "set-up", Name = "email")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "set-up", Name = "password")]
    private string? Typed { get; set; }

    [SupplyParameterFromForm(FormName = "set-up", Name = "again")]
    private string? Again { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _isNeeded = await code.IsNeededAsync(Http.RequestAborted);
        if (!_isNeeded) Http.AnswerNotFound();
    }

    private async Task CreateAsync()
    {
        if (!_isNeeded) return;
        if (!limits.TryTake(Http))
        {
            _problem = SignInLimits.Sentence;
            return;
        }

        _refusal = code.Is(Code) ? PasswordWords.WhyNotSame(Typed, Again) : CodeWrong;
        if (_refusal == CodeWrong) await audit.RefusedAsync(who: null, "a wrong code on the set-up page", Http.From(), Http.RequestAborted);
        if (_refusal is not null) return;
        (var person, _refusal) = await first.CreateFirstAsync(Name, Email, Typed, Http.RequestAborted);
        if (person is null)
        {
            if (_refusal == FirstAdministrator.IsThere) _problem = _refusal.Sentence;
            return;
        }

        await door.SignInAsync(Http, person, "password");
        Http.Response.Redirect(Landing.For(person));
    }

    private string? Of(params string[] names) => _refusal is not null && names.Contains(_refusal.Name, StringComparer.Ordinal) ? _refusal.Sentence : null;
}
