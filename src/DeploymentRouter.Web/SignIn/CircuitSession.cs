using System.Security.Claims;
using DeploymentRouter.Persistence.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DeploymentRouter.Web.SignIn;

/// <summary>Looks again and again whether the session of an open page still counts and its person is still the same.</summary>
public sealed class CircuitSession(ILoggerFactory logs, Sessions sessions, TimeProvider time) : RevalidatingServerAuthenticationStateProvider(logs)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(20);

    // Typing sends a message at each key; asking at each of them would tell nothing more.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private long _lookedAt;
    private bool _isOver;

    protected override TimeSpan RevalidationInterval => Often;

    /// <summary>Whether what the page sends may still be done. Once it may not, it never may again.</summary>
    public async Task<bool> StillCountsAsync()
    {
        if (_isOver || time.GetElapsedTime(_lookedAt) < Fresh) return !_isOver;
        if (await ValidateAuthenticationStateAsync(await GetAuthenticationStateAsync(), CancellationToken.None)) return true;
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        return false;
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (authenticationState.User.ToPerson() is not { } person) return !_isOver;
        var now = authenticationState.User.ToSession() is { } session ? await sessions.PersonAsync(session, cancellationToken) : null;
        _lookedAt = time.GetTimestamp();
        return !(_isOver |= now != person);
    }
}

/// <summary>Lets nothing through from a page whose session has ended, whatever its browser still sends.</summary>
public sealed class CircuitGuard(AuthenticationStateProvider authentication) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            if (authentication is not CircuitSession session || await session.StillCountsAsync()) await next(context);
        };
}
