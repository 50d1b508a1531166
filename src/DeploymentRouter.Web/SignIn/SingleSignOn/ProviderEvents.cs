using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DeploymentRouter.Web.SignIn.SingleSignOn;

/// <summary>What happens at each turn of a sign-in or sign-out at the provider.</summary>
public sealed class ProviderEvents(ProviderDoor door, ILogger<ProviderEvents> log) : OpenIdConnectEvents
{
    /// <summary>The page somebody wanted, in what travels to the provider and back, protected.</summary>
    public const string WantedItem = "wanted";

    /// <summary>The identity token to show at a sign-out.</summary>
    public const string HintParameter = "id-token";

    private static readonly object CameFromHere = new();

    /// <summary>Only now is everything checked, the nonce too: before, nobody must be made or changed.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(await door.EnterAsync(
            context.HttpContext, context.Principal!, context.Properties!.GetTokenValue(OpenIdConnectParameterNames.IdToken) ?? "", Wanted(context.Properties)));
    }

    /// <summary>The first turn after state and browser were found to belong together.</summary>
    public override Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        context.HttpContext.Items[CameFromHere] = true;
        return Task.CompletedTask;
    }

    public override async Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(await door.RefuseAsync(context.HttpContext, null, ProviderProblem.Denied, Wanted(context.Properties)));
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        log.LogWarning(context.Failure, "A sign-in by the provider did not work");
        var isAnswer = context.HttpContext.Items.ContainsKey(CameFromHere) || context.Request.Query.ContainsKey(OpenIdConnectParameterNames.Error);
        context.HandleResponse();
        // What belongs to no sign-in that began here is anybody's call, and no line in the audit.
        context.Response.Redirect(context.HttpContext.Items.ContainsKey(CameFromHere)
            ? await door.RefuseAsync(context.HttpContext, null, ProviderProblem.Failed, Wanted(context.Properties))
            : ProviderProblem.Address(isAnswer ? ProviderProblem.Failed : ProviderProblem.Lost, Wanted(context.Properties)));
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.IdTokenHint = context.Properties.GetParameter<string>(HintParameter);
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        if (!string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress)) return Task.CompletedTask;
        // A provider without a sign-out of its own: being signed out here is all there is.
        context.HandleResponse();
        context.Response.Redirect(SingleSignOnStart.SignInPage);
        return Task.CompletedTask;
    }

    private static string? Wanted(AuthenticationProperties? properties) => properties?.Items.TryGetValue(WantedItem, out var wanted) is true ? wanted : null;
}
