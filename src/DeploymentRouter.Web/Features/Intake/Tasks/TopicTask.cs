using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Intake.Tasks;

/// <summary>A page of the intake in the list at its side.</summary>
/// <param name="Id">Topic id; null for the customer page.</param>
/// <param name="Words">Where it stands, for example "In progress, 4 of 5 answered".</param>
/// <param name="IsNeeded">False: nothing on it is asked, and nobody has to go there.</param>
public sealed record TopicTask(string? Id, string Title, string Href, StateKind State, string Words, bool IsNeeded);
