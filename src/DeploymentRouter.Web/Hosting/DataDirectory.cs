namespace DeploymentRouter.Web.Hosting;

/// <summary>The one directory in which this installation keeps everything it must not lose.</summary>
/// <remarks>Configuration key <c>Data:Directory</c>; by default <c>data</c> under the working directory.</remarks>
public sealed record DataDirectory(string Path)
{
    public const string Key = "Data:Directory";

    /// <summary>Keys that sign cookies and circuits: without them everybody is signed out by a restart.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Where it is or would be.</summary>
    public static string PathFrom(IConfiguration configuration) =>
        System.IO.Path.GetFullPath(configuration[Key] is { Length: > 0 } configured ? configured : "data");

    /// <exception cref="StartRefusedException">The directory cannot be created.</exception>
    public static DataDirectory From(IConfiguration configuration)
    {
        var path = PathFrom(configuration);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"DeploymentRouter does not start: the data directory {path} cannot be created ({failure.Message}). Set {Key} to a directory it may write to.");
        }

        return new DataDirectory(path);
    }
}
