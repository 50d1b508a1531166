using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn.SingleSignOn;

namespace DeploymentRouter.Web.SignIn;

public static class LocalDoors
{
    /// <summary>Leads from local ways in to the sign-in page when they are shut, before anything of them runs.</summary>
    public static void UseLocalDoors(this WebApplication app)
    {
        if (app.Services.GetRequiredService<WaysIn>().HasLocal) return;
        app.Use((http, next) =>
        {
            var door = http.GetEndpoint()?.Metadata.GetMetadata<LocalDoorAttribute>();
            if (door is null || door.OnlyWhatIsSent && HttpMethods.IsGet(http.Request.Method)) return next(http);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = SingleSignOnStart.SignInPage;
            return Task.CompletedTask;
        });
    }

    /// <summary>Ends the sessions that began by a local way in, once those are shut.</summary>
    public static async Task EndLocalSessionsAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<WaysIn>().HasLocal) await app.Services.GetRequiredService<ProviderSessions>().EndOthersAsync();
    }
}
