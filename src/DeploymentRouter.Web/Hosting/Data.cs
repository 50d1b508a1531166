using Microsoft.AspNetCore.DataProtection;

namespace DeploymentRouter.Web.Hosting;

public static class Data
{
    public static void AddRouterData(this WebApplicationBuilder builder)
    {
        var directory = DataDirectory.From(builder.Configuration);
        builder.Services.AddSingleton(directory);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDataProtection()
            .SetApplicationName("DeploymentRouter")
            .PersistKeysToFileSystem(new DirectoryInfo(directory.Keys));
    }
}
