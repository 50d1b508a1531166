using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>A dialog that is open, and the question or operation it is about.</summary>
public sealed record Asked(RequestAct Act, string? SubjectId);

/// <summary>Why an act did not happen.</summary>
public sealed record Problem(string Title, string? Text, bool IsOvertaken);
