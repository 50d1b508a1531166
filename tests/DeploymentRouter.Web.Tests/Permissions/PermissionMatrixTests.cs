using System.Net.Http.Json;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Tests.Api;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>docs/permissions.md against the code: every act as every role, as pages do it and as programs do.</summary>
public sealed class PermissionMatrixTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly Matrix Page = Matrix.Read();

    [Fact]
    public void What_pages_call_allows_what_the_matrix_says_and_nothing_else() => Assert.Equal("", string.Join("\n", Tried.Disagreements(Page, TryAsPages())));

    [Fact]
    public async Task The_API_allows_what_the_matrix_says_and_nothing_else() => Assert.Equal("", string.Join("\n", Tried.Disagreements(Page, await TryAsProgramsAsync())));

    [Fact]
    public void Every_cell_that_said_something_else_would_be_seen()
    {
        var tries = TryAsPages();
        var unseen =
            from row in Page.Rows
            where row.Codes.Count == 1 && Enum.TryParse<RequestAct>(row.Codes[0], out _)
            from role in Matrix.Roles
            where row.Cells[role] is not "team"
            from word in new[] { "yes", "no" }
            where word != row.Cells[role]
            let flipped = Page with { Rows = [.. Page.Rows.Where(other => other != row), row with { Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { [role] = word } }] }
            where Tried.Disagreements(flipped, tries).Count == 0
            select $"{row.Codes[0]} by {role}: {row.Cells[role]} could as well say {word}";

        Assert.Empty(unseen);
    }

    [Fact]
    public void Every_act_has_a_row_and_is_tried()
    {
        Assert.All(Enum.GetValues<RequestAct>(), act => Assert.NotNull(Page.Row(act.ToString())));
        Assert.Equal(Enum.GetValues<RequestAct>(), ActTries.All.Select(one => one.Act).Order());
        Assert.Throws<Xunit.Sdk.XunitException>(() => (Page with { Rows = [.. Page.Rows.Skip(1)] }).Row(nameof(RequestAct.Comment)));
    }

    private static List<Tried> TryAsPages()
    {
        var tries = new List<Tried>();
        foreach (var one in ActTries.All)
        {
            foreach (var walk in one.In.Select(prepare => prepare()))
            {
                foreach (var role in Matrix.Roles)
                {
                    var request = Request.FromHistory(walk.Request.Id, walk.Request.Number, walk.Request.Playbook, walk.Request.History);
                    var now = one.Act is RequestAct.Undo ? walk.Now.AddMinutes(1) : walk.Now.AddDays(3);
                    tries.Add(Tried.Act(one.Act, role, walk.Request, one.Page(request, Cast.Of(role), now).Refusal));
                }
            }
        }

        return tries;
    }

    private async Task<List<Tried>> TryAsProgramsAsync()
    {
        var (cast, store, tries) = (await Cast.EnterAsync(app), app.Services.GetRequiredService<RequestStore>(), new List<Tried>());
        foreach (var one in ActTries.All)
        {
            foreach (var prepare in one.In)
            {
                // What is refused changes nothing: the same request serves until somebody succeeds.
                Request? request = null;
                foreach (var role in Matrix.Roles)
                {
                    request ??= await store.AddAsync(Fresh(prepare, one.Act), Guid.NewGuid());
                    var before = (await store.FindAsync(request.Id))!;
                    var answer = await cast.Program(role).PostAsync(
                        AddressOf(one.Act).Replace("{number:int}", $"{before.Number}", StringComparison.Ordinal),
                        one.Body(before, Cast.Of(role)) is { } body ? JsonContent.Create(body) : null);
                    tries.Add(Tried.Act(one.Act, role, before, await RefusalAsync(answer)));
                    if (answer.IsSuccessStatusCode) request = null;
                }
            }
        }

        return tries;
    }

    // Acts can be taken back for ten minutes by the clock on the wall: the whole walk is moved to end now.
    private static Request Fresh(Func<RequestWalk> prepare, RequestAct act) =>
        act is RequestAct.Undo ? RequestWalk.EndingAt(prepare, DateTime.UtcNow).Request : prepare().Request;

    private string AddressOf(RequestAct act) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Single(endpoint => endpoint.Metadata.GetMetadata<Web.Api.Requests.ActOfEndpoint>()?.Act == act).RoutePattern.RawText!;

    private async Task<Refusal?> RefusalAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode) return null;
        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        app.Faults.AssertNone();
        var problem = await answer.JsonAsync();
        return new Refusal(problem.GetProperty("refusal").GetString()!, problem.GetProperty("detail").GetString()!);
    }
}
