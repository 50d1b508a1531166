using System.Collections.Immutable;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DeploymentRouter.Persistence.Tests.Queues;

/// <summary>An installation of its own with the default playbook, a database file and one person of each team.</summary>
public sealed class Office : IAsyncLifetime
{
    public static readonly Person Ce = new("wren", "Wren", "ce", false);
    public static readonly Person Cloud = new("skye", "Skye", "cloud", false);
    public static readonly Person Ie = new("bram", "Bram", "ie", false);
    public static readonly Person OtherIe = new("tansy", "Tansy", "ie", false);
    public static readonly Person Tpm = new("felix", "Felix", "tpm", false);
    public static readonly Person Tam = new("hazel", "Hazel", "tam", false);

    private static readonly Playbook Playbook = PlaybookFile.LoadDefault().Playbook!;
    private readonly string _directory = Directory.CreateTempSubdirectory("router-").FullName;
    private readonly ServiceProvider _services;

    public Office()
        : this([])
    {
    }

    public Office(params IInterceptor[] interceptors) => _services = new ServiceCollection()
        .AddRouterData(_directory)
        .ConfigureDbContext<RouterDb>(options => options.AddInterceptors([Plans, .. interceptors]))
        .AddSingleton(new PlaybookInForce(Playbook))
        .AddSingleton<TimeProvider>(Time)
        .BuildServiceProvider();

    /// <summary>Tuesday morning, inside office hours.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));

    public string FilesDirectory => Path.Combine(_directory, RouterData.FilesDirectory);

    public QueryPlans Plans { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task InitializeAsync() => PrepareAsync();

    /// <summary>What every start does before it listens.</summary>
    public Task PrepareAsync() => RouterData.PrepareAsync(_services);

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>Files a request that the default playbook makes Jointly Managed.</summary>
    public Task<Request> JointAsync(string customer, int users = 1_000, DateOnly? neededBy = null) =>
        FileAsync(customer, Joint(users), neededBy);

    /// <summary>Files a request whose outcome hangs on the Cloud team's verdict alone.</summary>
    public Task<Request> VerdictOpenAsync(string customer) => FileAsync(customer, Joint(1_000)
        .With("required_certifications", new ChoicesAnswer(["hipaa"]))
        .With("code_host_reachability", new ChoiceAnswer("public"))
        .With("customer_waits_for_cloud", new YesNoAnswer(false)));

    /// <summary>Files a Jointly Managed request and sends it to IE.</summary>
    public async Task<Request> InQualificationAsync(string customer, int users = 1_000, string revenue = "none", DateOnly? neededBy = null)
    {
        var request = await JointAsync(customer, users, neededBy);
        request = await DoAsync(request, (r, now) => r.SaveForm(IeRequest(revenue), Ce, now));
        return await DoAsync(request, (r, now) => r.Complete(Ce, now));
    }

    /// <summary>Files a Cloud request and submits it to the Cloud team.</summary>
    public async Task<Request> InCloudReviewAsync(string customer)
    {
        var request = await FileAsync(customer, Joint(1_000).With("code_host_reachability", new ChoiceAnswer("public")));
        request = await DoAsync(request, (r, now) => r.SaveForm(InstanceRequest, Ce, now));
        return await DoAsync(request, (r, now) => r.Complete(Ce, now));
    }

    public async Task<Request> DoAsync(Request request, Func<Request, DateTime, Outcome> act)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var result = await Get<RequestDesk>().ActAsync(request.Id, request.Version, act);
        return result is ActResult.Done done ? done.Request : throw new InvalidOperationException(result.ToString());
    }

    public static CustomerFacts Facts(string customer, DateOnly? neededBy = null) =>
        new(customer, "https://crm.example/1", Engagement.NewProduction, null, null, neededBy, null, "");

    public async Task<Request> FileAsync(string customer, AnswerSet answers, DateOnly? neededBy = null)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var facts = Facts(customer, neededBy);
        var result = await Get<RequestDesk>().FileAsync(Guid.NewGuid(), facts, answers, ImmutableDictionary<string, string>.Empty, Ce);
        return result is ActResult.Done done ? done.Request : throw new InvalidOperationException(result.ToString());
    }

    public static AnswerSet Joint(int users) => AnswerSet.Empty
        .With("users_full", new NumberAnswer(users))
        .With("repos_full", new NumberAnswer(1_000))
        .With("required_certifications", new ChoicesAnswer([]))
        .With("admin_access_ok", new YesNoAnswer(true))
        .With("audit_logging_ok", new YesNoAnswer(true))
        .With("other_cloud_blockers", new YesNoAnswer(false))
        .With("hosting_region", new ChoiceAnswer("any"))
        .With("code_host_types", new ChoicesAnswer(["github"]))
        .With("code_host_reachability", new ChoiceAnswer("unreachable"))
        .With("hosting_provider", new ChoiceAnswer("azure"));

    private static Dictionary<string, string> InstanceRequest { get; } = new()
    {
        ["slug"] = "customer",
        ["customer_admin_email"] = "admin@customer.example",
        ["ce_email"] = "wren@vendor.example",
        ["instance_type"] = "production",
        ["hosted_code_gb"] = "10",
        ["executors"] = "2",
        ["private_access"] = "no",
        ["licence_key_reference"] = "vault/customer",
        ["agreement_date"] = "2026-11-02",
    };

    private static Dictionary<string, string> IeRequest(string revenue) => new()
    {
        ["opportunity_link"] = "https://crm.example/1",
        ["tdd_link"] = "https://docs.example/tdd",
        ["expected_deployment_type"] = "kubernetes",
        ["expected_hosting_provider"] = "azure",
        ["revenue"] = revenue,
    };
}
