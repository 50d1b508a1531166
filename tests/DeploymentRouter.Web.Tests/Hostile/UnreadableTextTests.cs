using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.Tests.Hosting;
using DeploymentRouter.Web.Tests.Permissions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace DeploymentRouter.Web.Tests.Hostile;

/// <summary>Texts that programs read differently, sent into every text of every body of the API, one at a time.</summary>
public sealed partial class UnreadableTextTests(RunningApp app, ITestOutputHelper output) : IClassFixture<RunningApp>
{
    // A mark that turns the direction, and the end of a text to whoever was written in C.
    private static readonly string[] Unreadable = ["\u202E", "\0"];

    // Some texts are kept in capitals as well.
    private readonly Dictionary<string, string> _sent = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];

    [Fact]
    public async Task They_are_stored_by_no_door()
    {
        var cast = await Cast.EnterAsync(app);
        await KnockAsync(cast);
        await ActAsync(cast);

        output.WriteLine($"{_sent.Count} texts");
        Assert.True(_sent.Count > 200, "Few texts were sent.");
        Assert.Equal("", string.Join('\n', _faults));
        Assert.Equal("", string.Join('\n', Stored().Select(mark => _sent[mark]).Distinct(StringComparer.Ordinal)));
        app.Faults.AssertNone();
    }

    private async Task KnockAsync(Cast cast)
    {
        var acts = Acts().Select(endpoint => endpoint.RoutePattern).ToHashSet();
        foreach (var door in Doors.Of(app).Where(door => door.IsApi && door.Changes && door.Body?.Assembly == typeof(ApiV1).Assembly || door.Text.EndsWith("/opportunities", StringComparison.Ordinal)))
        {
            if (acts.Contains(door.Pattern)) continue;
            foreach (var role in new[] { "CE", "Sales", "TAM", "Lead", "Admin" })
            {
                var path = await PathAsync(door, cast.Program(role));
                foreach (var bad in Unreadable) await SendAsync(cast.Program(role), door.Method, path, door.Text, WholeBody.Of(door.Body!)!, bad);
            }
        }
    }

    private async Task ActAsync(Cast cast)
    {
        var store = app.Services.GetRequiredService<RequestStore>();
        foreach (var one in ActTries.All)
        {
            var request = await store.AddAsync(one.In[0]().Request, Guid.NewGuid());
            foreach (var role in Matrix.Roles)
            {
                var path = Acts().Single(act => act.Metadata.GetMetadata<ActOfEndpoint>()!.Act == one.Act).RoutePattern.RawText!.Replace("{number:int}", $"{request.Number}", StringComparison.Ordinal);
                if (one.Body(request, Cast.Of(role)) is not { } body) continue;
                foreach (var bad in Unreadable)
                    await SendAsync(cast.Program(role), "POST", path, $"{one.Act}", JsonSerializer.SerializeToNode(body)!, bad);
            }
        }
    }

    private IEnumerable<RouteEndpoint> Acts() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ActOfEndpoint>() is not null);

    private async Task SendAsync(HttpClient program, string method, string path, string name, JsonNode body, string bad)
    {
        var mark = "";
        foreach (var (place, changed) in WholeBody.Exchanged(body, text => $"{text}{mark = string.Create(CultureInfo.InvariantCulture, $"zq{_sent.Count:D6}")}{bad}b"))
        {
            _sent[mark] = $"{name} {place} {(int)bad[0]:X4}";
            using var answer = await program.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(changed.ToJsonString(), Encoding.UTF8, "application/json") });
            if ((int)answer.StatusCode >= 500) _faults.Add($"{answer.StatusCode}: {_sent[mark]}");
        }
    }

    private static async Task<string> PathAsync(Door door, HttpClient program)
    {
        var draft = door.Text.Contains("/drafts/", StringComparison.Ordinal) && await program.PostAsync($"{ApiV1.Root}/drafts", null) is { IsSuccessStatusCode: true } made
            ? JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]!.GetValue<string>()
            : Guid.Empty.ToString();
        return door.Path(parameter => parameter.Name switch { "person" => "bram-copperkettle", "team" => "ie", "id" => draft, _ => Door.Fitting(parameter) });
    }

    // In the database, or in what is about to be written to it; as a text, or inside of JSON.
    private IEnumerable<string> Stored() => Directory.GetFiles(app.DataDirectory, "*.db*").SelectMany(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return Marked().Matches(reader.ReadToEnd()).Select(match => match.Groups["mark"].Value);
    });

    [GeneratedRegex(@"(?<mark>zq\d{6})(\xE2\x80\xAE|\\u202E|\x00|\\u0000)b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Marked();
}
