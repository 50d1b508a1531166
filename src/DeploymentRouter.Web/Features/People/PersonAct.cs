using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Web.Features.People;

/// <summary>Changes somebody as the administrator who looks at the page, and reads everybody again.</summary>
public delegate Task<Outcome> PersonAct(Func<PeopleDesk, Person, Task<Outcome>> act);
