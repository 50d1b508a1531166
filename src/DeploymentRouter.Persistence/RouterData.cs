using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Calls;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Reporting;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Persistence.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DeploymentRouter.Persistence;

/// <summary>Everything that is stored, in one directory.</summary>
public static class RouterData
{
    /// <summary>Name of the database file inside the data directory.</summary>
    public const string DatabaseFile = "deployment-router.db";

    /// <summary>Name of the directory of attached files inside the data directory.</summary>
    public const string FilesDirectory = "files";

    /// <summary>Registers the database in <paramref name="directory"/> and all that reads and writes it. The playbook is registered elsewhere.</summary>
    /// <param name="readOnly">Nothing is written, not even a log beside the database; it must be there, and of this version.</param>
    public static IServiceCollection AddRouterData(this IServiceCollection services, string directory, bool readOnly = false)
    {
        // Built, not pasted together: a directory may be called anything.
        var file = Path.Combine(Path.GetFullPath(directory), DatabaseFile);
        var connection = new SqliteConnectionStringBuilder { DataSource = file }.ToString();
        if (readOnly) services.AddSingleton(_ => QuietDatabase.Open(file));
        services.TryAddSingleton(new RightsSetup());
        services.AddLocalAccounts();
        services.TryAddSingleton(new RetentionSettings());
        services.TryAddSingleton(new WebhookSettings());
        return services
            .AddLogging()
            .AddDbContextFactory<RouterDb>((made, options) => options
                .UseSqlite(readOnly ? made.GetRequiredService<QuietDatabase>().Connection : connection)
                .AddInterceptors(new SqlitePragmas())
                .ConfigureWarnings(DatabaseStart.SayOnlyWhatHelps))
            .AddSingleton<WriteGate>()
            .AddSingleton<RequestFeed>()
            .AddSingleton<DraftFeed>()
            .AddSingleton<RequestStore>()
            .AddSingleton<RequestDesk>()
            .AddSingleton<DraftStore>()
            .AddSingleton<SimilarRequests>()
            .AddSingleton<OpportunityDesk>()
            .AddSingleton<Following>()
            .AddSingleton<QueueOfTeam>()
            .AddSingleton<QueueOverview>()
            .AddSingleton<TeamBandwidths>()
            .AddSingleton<PastRequests>()
            .AddSingleton<WorkOfPerson>()
            .AddSingleton<ReportedRequests>()
            .AddSingleton<Reports>()
            .AddSingleton<GrowthRadar>()
            .AddSingleton<DerivedRows>()
            .AddSingleton<PublishedPlaybooks>()
            .AddSingleton<PlaybookDesk>()
            .AddSingleton<ReadingsImport>()
            .AddSingleton<RequestsImport>()
            .AddSingleton<ImportJournal>()
            .AddSingleton<UnfinishedImports>()
            .AddSingleton<UnsentTexts>()
            .AddSingleton<RequestList>()
            .AddSingleton<TeamRoster>()
            .AddSingleton<TeamDesk>()
            .AddSingleton<AuditLog>()
            .AddSingleton<AuditTrail>()
            .AddSingleton(new FileStore(Path.Combine(Path.GetFullPath(directory), FilesDirectory)))
            .AddSingleton<AttachmentDesk>()
            .AddSingleton<PeopleDirectory>()
            .AddSingleton<Sights>()
            .AddSingleton<Sessions>()
            .AddSingleton<ProviderPeople>()
            .AddSingleton<ProviderSessions>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<TokenDesk>()
            .AddSingleton<KeyedCalls>()
            .AddSingleton<StatusLinks>()
            .AddSingleton<WebhookFeed>()
            .AddSingleton<WebhookDestinations>()
            .AddSingleton<WebhookDesk>()
            .AddSingleton<WebhookDispatch>()
            .AddSingleton<PrivacyPeople>()
            .AddSingleton<PersonExport>()
            .AddSingleton<Leftovers>()
            .AddSingleton<PersonErasure>()
            .AddSingleton<Retention>();
    }

    /// <summary>Makes the database ready; call once at start. It needs no playbook: which one is in force, the database may say.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync(cancel);
        await DatabaseStart.MigrateAsync(db, cancel);
        services.GetRequiredService<FileStore>().ForgetAbandoned(DateTime.UtcNow);
    }

    /// <summary>Deletes the bytes of files that nobody needs any more. It reads through the histories: call it once a day, and let nobody wait for it.</summary>
    public static async Task SweepFilesAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync(cancel);
        var files = services.GetRequiredService<FileStore>();
        files.ForgetAbandoned(DateTime.UtcNow);
        var now = (services.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        await FileSweep.RunAsync(db, files, now, services.GetRequiredService<ILogger<FileStore>>(), cancel);
    }
}
