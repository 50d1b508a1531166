using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.People;

namespace DeploymentRouter.Web.Features.Teams;

/// <summary>Changes the team of the page as the person who looks at it, and reads it again.</summary>
public delegate Task<Outcome> TeamAct(Func<TeamDesk, Team, Person, Task<Outcome>> act);
