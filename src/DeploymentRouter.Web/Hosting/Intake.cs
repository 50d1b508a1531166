using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Web.Features.Intake.Drafts;

namespace DeploymentRouter.Web.Hosting;

public static class Intake
{
    public static void AddIntake(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton(services => new IntakeReader(services.GetRequiredService<PlaybookInForce>()))
        .AddSingleton<DraftSessions>();
}
