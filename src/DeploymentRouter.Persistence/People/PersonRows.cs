using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Schema;

namespace DeploymentRouter.Persistence.People;

internal static class PersonRows
{
    public static Person ToPerson(this PersonRow row) => new(row.Id, row.Name, row.TeamId, row.IsAdmin) { OwnsPlaybook = row.OwnsPlaybook };

    public static void Take(this PersonRow row, Person person) =>
        (row.Name, row.TeamId, row.IsAdmin, row.OwnsPlaybook) = (person.Name, person.TeamId, person.IsAdmin, person.OwnsPlaybook);
}
