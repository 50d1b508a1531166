using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Web.Api.Repeating;

namespace DeploymentRouter.Web.Api;

/// <summary>The key under which something is filed once: made of the caller and of their <c>Idempotency-Key</c>, so that nobody meets another one's.</summary>
internal static class SubmissionKey
{
    public static Guid Of(HttpContext http, Person by) => http.Request.Headers[IdempotencyKeys.Header].ToString() is { Length: > 0 } key
        ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{by.Id}\n{key}")).AsSpan(0, 16))
        : Guid.CreateVersion7();
}
