using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.DemoData;
using DeploymentRouter.Web.SignIn;
using DeploymentRouter.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Xunit.Abstractions;

namespace DeploymentRouter.Web.Tests.Hostile;

/// <summary>Five thousand malformed calls over a real socket, to every door that the application has.</summary>
public sealed partial class MalformedRequestsTests(MalformedRequestsTests.NetworkApp app, ITestOutputHelper output) : IClassFixture<MalformedRequestsTests.NetworkApp>
{
    private const int Calls = 5_000;
    private const int Seed = 5;
    private const int AtOnce = 4;
    private const int Requests = 30;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    // A machine that is shared may be busy with others for a moment; a call that is slow by itself is slow again.
    private const int Tries = 3;

    private static readonly string[] People = ["wren-lanternby", "bram-copperkettle", "quill-mossgate", "hazel-evergreen"];

    [Fact]
    public async Task No_malformed_call_breaks_the_server_tells_of_its_inside_or_takes_long()
    {
        var server = app.Address();
        var doors = Doors.Of(app).ToList();
        Assert.True(doors.Count > 40, "The doors were not found.");
        var calls = await CallsAsync();
        var all = Enumerable.Range(0, Calls).Select(i => (Door: doors[i % doors.Count], Call: calls.For(doors[i % doors.Count]))).ToList();
        var (faults, statuses) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>());

        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
        {
            var (status, answer, took) = (0, "", TimeSpan.MaxValue);
            for (var i = 0; i < Tries && took > Limit; i++)
            {
                var clock = Stopwatch.StartNew();
                (status, answer) = await one.Call.SendAsync(server);
                took = clock.Elapsed;
            }

            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            if (status >= 500) faults.Enqueue($"{status}: {one.Door.Text}: {one.Call}");
            if (Inside().Match(answer) is { Success: true } told) faults.Enqueue($"tells {told.Value}: {one.Door.Text}: {one.Call}");
            if (took > Limit) faults.Enqueue($"took {took}: {one.Door.Text}: {one.Call}");
        });

        output.WriteLine($"{doors.Count} doors; " + string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}")));
        Assert.True(faults.IsEmpty, $"{faults.Count} faults\n{string.Join('\n', faults.DistinctBy(fault => fault.Split(':', 3)[1]).Take(25))}");
        app.Faults.AssertNone();
        // What is not let in proves little: most calls must have come past the door.
        Assert.True(statuses.GetValueOrDefault(401) + statuses.GetValueOrDefault(429) < Calls / 5, "Too many calls were turned away at the door.");
        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync("/health")).StatusCode);
    }

    private async Task<HostileCalls> CallsAsync()
    {
        var (keys, cookies) = (new List<string>(), new List<(string, string)>());
        foreach (var person in People)
        {
            var (token, _) = await app.Services.GetRequiredService<AccessTokens>().CreateAsync("hostile", Enum.GetValues<TokenScope>(), 1, DemoPeople.Find(person)!.Person);
            keys.Add(token!.Key);
            var jar = new CookieContainer();
            using var visitor = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = app.Address() };
            await RunningApp.SignInAsync(visitor, person);
            var form = RunningApp.TokenIn(await visitor.GetStringAsync("/requests"));
            cookies.Add((jar.GetCookieHeader(app.Address()), form));
        }

        return new HostileCalls(Seed, keys, cookies, [.. Enumerable.Range(RequestStore.FirstNumber, Requests)]);
    }

    [GeneratedRegex(@"^\s+at [\w.<>]+\(|System\.\w+(\.\w+)*Exception|Microsoft\.\w+(\.\w+)*Exception|SQLite Error|\.cs:line \d+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Inside();

    /// <summary>The application with its invented customers on a real port.</summary>
    public sealed class NetworkApp : WebApplicationFactory<Program>
    {
        private readonly string _data = Directory.CreateTempSubdirectory("router-").FullName;

        public NetworkApp() => UseKestrel(0);

        /// <summary>The exceptions that nobody caught.</summary>
        public SeenFaults Faults { get; } = new();

        public Uri Address()
        {
            StartServer();
            return new UriBuilder(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) { Host = "127.0.0.1" }.Uri;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("Data:Directory", _data)
            .UseSetting(DemoInstallation.RequestsKey, "true")
            // The limits on calls are another test's; here they would hide what comes after them.
            .UseSetting("Api:CallsPerMinute:PerToken", "100000")
            .UseSetting("Api:CallsPerMinute:PerAddress", "100000")
            .UseSetting("Api:CallsPerMinute:PerOwner", "100000")
            .UseSetting("Api:CallsPerMinute:InTotal", "100000")
            .UseSetting("Api:CallsPerMinute:WithoutToken", "100000")
            .UseSetting("SignIn:TriesPerMinute", "100000")
            .UseSetting("Serilog:MinimumLevel:Default", "Error")
            .UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal")
            .ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(Faults));

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
        }
    }
}
