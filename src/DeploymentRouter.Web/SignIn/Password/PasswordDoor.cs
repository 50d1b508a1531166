using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.SignIn.Password;

/// <summary>The way in with a password, and with a second step for who has one.</summary>
public sealed class PasswordDoor(PasswordSignIn accounts, SecondFactor second, SessionDoor door, PendingSignIn pending, SignInLimits limits, TimeProvider time)
{
    public const string Wrong = "Address and password do not match, or there were too many tries. After five wrong ones nobody can try for 15 minutes.";
    public const string WrongCode = "This code is not right, or was used. After five wrong ones nobody can try for 15 minutes.";

    public const string NoApp = "Codes of the app cannot be checked any more, because the keys of this installation were lost. Enter one of your recovery codes, and set the app up anew afterwards.";

    // A refusal comes after the same time whatever its cause, so that the time does not say which addresses have accounts.
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(500);

    /// <returns>Where to go on, or what to say.</returns>
    public async Task<(string? Address, string? Problem)> TryAsync(HttpContext http, string? email, string? password, string? returnUrl)
    {
        if (!limits.TryTake(http)) return (null, SignInLimits.Sentence);
        var start = time.GetTimestamp();
        if (await accounts.TryAsync(email, password, http.From(), http.RequestAborted) is { } person) return (await EnterAsync(http, person, returnUrl), null);
        await RestAsync(start, http.RequestAborted);
        return (null, Wrong);
    }

    public async Task<(string? Address, string? Problem)> TrySecondAsync(HttpContext http, string? code, string? returnUrl)
    {
        if (!limits.TryTake(http)) return (null, SignInLimits.Sentence);
        if (pending.Of(http) is not var (account, stamp)) return (ReturnUrl.On("/sign-in", returnUrl), null);
        if (await accounts.TrySecondAsync(account, stamp, code, http.From(), http.RequestAborted) is not { } person)
            return (null, await second.ChecksAppAsync(account, http.RequestAborted) ? WrongCode : NoApp);
        pending.End(http);
        return (await EnterAsync(http, person, returnUrl), null);
    }

    /// <summary>Lets somebody in whose password is right, or asks for the second step.</summary>
    public async Task<string> EnterAsync(HttpContext http, SignedInPerson person, string? returnUrl)
    {
        if (person.NeedsSecondStep)
        {
            pending.Begin(http, person);
            return ReturnUrl.On(SecondStepPage.Path, returnUrl);
        }

        await door.SignInAsync(http, person.Person, "password");
        return ReturnUrl.Local(returnUrl) ?? Landing.For(person.Person);
    }

    private async Task RestAsync(long start, CancellationToken cancel)
    {
        if (RefusalTakes - time.GetElapsedTime(start) is { Ticks: > 0 } rest) await Task.Delay(rest, time, cancel);
    }
}
