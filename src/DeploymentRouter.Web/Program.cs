using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.Limits;
using DeploymentRouter.Web.Api.Repeating;
using DeploymentRouter.Web.Assistants;
using DeploymentRouter.Web.CommandLine;
using DeploymentRouter.Web.DemoData;
using DeploymentRouter.Web.Features.Auditing;
using DeploymentRouter.Web.Features.Privacy;
using DeploymentRouter.Web.Features.Reports;
using DeploymentRouter.Web.Features.Requests.Files;
using DeploymentRouter.Web.Features.Sharing;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.SignIn.Passkeys;
using DeploymentRouter.Web.SignIn.SetUp;
using DeploymentRouter.Web.SignIn.SingleSignOn;
using DeploymentRouter.Web.Webhooks;
using Microsoft.AspNetCore.Connections;

try
{
    if (Verbs.Has(args))
        return await Verbs.RunAsync(args, Streams.OfProcess());

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.CheckHosts();
    builder.AddServerLimits();
    builder.AddProxies();
    builder.AddSecurityHeaders();
    builder.AddRouterLogging();
    builder.AddRouterData();
    builder.AddPlaybook();
    builder.AddRights();
    builder.AddSignIn();
    builder.AddAccountDoors();
    builder.AddSingleSignOn();
    builder.AddApi();
    builder.AddAssistants();
    builder.AddPages();
    builder.AddIntake();
    builder.AddStatusLinks();
    builder.AddWebhooks();

    var app = builder.Build();
    app.UseForwardedHeaders();
    app.UseRequestLog();
    app.UseSecurityHeaders();
    app.UseHttpsOnly();
    app.UseResponseCompression();
    app.UseHeadRequests();
    app.UseErrorPages();
    app.UseApiErrors();
    app.UseRouting();
    app.UseReadableOnly();
    app.UseApiLimits();
    app.UseApiRouting();
    app.UseSignIn();
    app.UseIdempotencyKeys();
    app.MapHealth();
    app.MapSignIn();
    app.MapPasskeys();
    app.MapSingleSignOn();
    app.MapPages();
    app.MapFiles();
    app.MapStatusLinks();
    app.MapAuditExport();
    app.MapReportExport();
    app.MapPrivacyExport();
    app.MapApi();
    app.MapAssistants();
    await app.PrepareDataAsync();
    await app.PutPlaybookInForceAsync();
    await app.AddDemoAsync();
    await app.EndLocalSessionsAsync();
    app.SayWhatIsMissing();
    await app.AnnounceSetUpAsync();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"DeploymentRouter does not start: {taken.Message} Name another address in ASPNETCORE_URLS.");
    return 1;
}
