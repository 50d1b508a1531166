using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Web.Api.Requests;

/// <param name="Id">A person's identifier, for acts that name one.</param>
internal sealed record PersonJson(string Id, string Name)
{
    public static PersonJson Of(Actor actor) => new(actor.PersonId, actor.Name);

    public static PersonJson Of(Person person) => new(person.Id, person.Name);

    public static PersonJson? Of(Assignee? assignee) => assignee is null ? null : new(assignee.PersonId, assignee.Name);
}
