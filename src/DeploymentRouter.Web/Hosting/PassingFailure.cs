using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Web.Hosting;

/// <summary>Tells what may be over by the next try, such as a database that is busy or a disk that is full, from faults of ours.</summary>
internal static class PassingFailure
{
    /// <summary>Whether work behind the scenes is tried again after it. Anything else ends the application, to be seen.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException or DbException or DbUpdateException;
}
