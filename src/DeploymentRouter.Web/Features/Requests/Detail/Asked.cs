using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A dialog that is open, and the question it is about.</summary>
public sealed record Asked(RequestAct Act, string? QuestionId);

/// <summary>Why an act did not happen.</summary>
public sealed record Problem(string Title, string? Text, bool IsOvertaken);
