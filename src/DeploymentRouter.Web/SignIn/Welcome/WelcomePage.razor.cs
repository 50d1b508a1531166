using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn.Password;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.SignIn.Welcome;

/// <summary>What a one-time link opens: the choice of a password. Looking at it does not use the link, because programs that check links look too.</summary>
public sealed partial class WelcomePage(Links links, PasswordDoor door, SignInLimits limits)
{
    private Welcomed? _for;
    private string? _problem;
    private Refusal? _refusal;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "welcome", Name = "password")]
    private string? Typed { get; set; }

    [SupplyParameterFromForm(FormName = "welcome", Name = "again")]
    private string? Again { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _for = await links.FindAsync(Code, Http.RequestAborted);
        if (_for is null) Http.AnswerNotFound();
    }

    private async Task UseAsync()
    {
        if (_for is null) return;
        if (!limits.TryTake(Http))
        {
            _problem = SignInLimits.Sentence;
            return;
        }

        _refusal = PasswordWords.WhyNotSame(Typed, Again);
        if (_refusal is not null) return;
        (var person, _refusal) = await links.UseAsync(Code, Typed, Http.RequestAborted);
        if (person is not null) Http.Response.Redirect(await door.EnterAsync(Http, person, returnUrl: null));
        else if (!PasswordWords.IsAbout(_refusal)) _for = null;
    }
}
