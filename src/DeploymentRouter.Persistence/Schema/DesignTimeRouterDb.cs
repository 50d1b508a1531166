using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DeploymentRouter.Persistence.Schema;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the app.</summary>
public sealed class DesignTimeRouterDb : IDesignTimeDbContextFactory<RouterDb>
{
    public RouterDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RouterDb>().UseSqlite("Data Source=design-time.db").Options);
}
