using System.Globalization;

namespace DeploymentRouter.Core.Requests;

/// <summary>How people write the number of a request.</summary>
public static class RequestNumber
{
    /// <summary>For example "DR-1027".</summary>
    public static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"DR-{number}");
}
