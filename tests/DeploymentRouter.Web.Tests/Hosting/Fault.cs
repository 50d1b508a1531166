using System.Data.Common;
using DeploymentRouter.Persistence.Schema;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>Makes the database fail, once it is told with what, whenever something touches one table.</summary>
internal sealed class Fault(string table) : DbCommandInterceptor
{
    /// <summary>What every command on the table fails with; null: nothing.</summary>
    public Exception? With { get; set; }

    public WebApplicationFactory<Program> In(WebApplicationFactory<Program> app) => app.WithWebHostBuilder(builder =>
        builder.ConfigureTestServices(services => services.ConfigureDbContext<RouterDb>(options => options.AddInterceptors(this))));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (With is { } failure && command.CommandText.Contains($"\"{table}\"", StringComparison.Ordinal)) throw failure;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
