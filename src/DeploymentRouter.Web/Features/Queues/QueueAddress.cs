using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Queues;

/// <summary>Where a queue page is: which team, which lines, and which request is open beside them. All of it lives in the address.</summary>
/// <param name="Stage">Null: every stage.</param>
/// <param name="Assignee"><c>me</c>, <c>nobody</c> or a person's id; null: anybody.</param>
/// <param name="Hold"><c>hidden</c> or <c>only</c>; null: shown.</param>
/// <param name="At">The number of the request that is open; null: none was chosen.</param>
public sealed record QueueAddress(string Team, string? Stage = null, string? Assignee = null, string? Hold = null, int? At = null)
{
    public const string Me = "me";

    public override string ToString() => AddressText.Written(
        $"/queues/{Uri.EscapeDataString(Team)}",
        ("stage", Stage), ("assignee", Assignee), ("hold", Hold), ("at", At is { } number ? FormattableString.Invariant($"{number}") : null));

    public QueueFilter FilterFor(Person person) => new(
        Empty(Stage), Assignee is Me ? person.Id : Empty(Assignee), Hold switch { "hidden" => OnHold.Hidden, "only" => OnHold.Only, _ => OnHold.Shown });

    private static string? Empty(string? text) => text is { Length: > 0 } ? text : null;
}
