using System.Net;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Web.Features.Sharing;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Features.Sharing;

/// <summary>A status link as somebody without an account opens it.</summary>
public sealed class StatusLinkTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly Person Sales = DemoPeople.All.First(demo => demo.Person.TeamId is "sales").Person;
    private static readonly Person Ie = DemoPeople.All.First(demo => demo.Person.TeamId is "ie").Person;

    private StatusLinks Links => app.Services.GetRequiredService<StatusLinks>();

    [Fact]
    public async Task A_link_shows_the_status_without_an_account_and_leaves_nothing_behind()
    {
        var request = await RequestAsync();
        var link = await MakeAsync(request, "See you on <b>Monday</b>.");

        var answer = await app.Visitor().GetAsync($"/status/{link.Secret}");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(WebUtility.HtmlEncode(request.Customer.Name), page, StringComparison.Ordinal);
        Assert.Contains("See you on &lt;b&gt;Monday&lt;/b&gt;.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("_blazor", page, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_internal_of_any_demo_request_is_on_its_page()
    {
        var names = DemoPeople.All.Select(demo => demo.Person.Name).ToList();
        for (var number = RequestStore.FirstNumber; await app.Services.GetRequiredService<RequestStore>().FindAsync(number, Sight.Everything) is { } request; number++)
        {
            var page = string.Join('\n', TextOf(CustomerStatus.Of(request, request.ChangedAt)));
            Assert.All(names, name => Assert.DoesNotContain(name, page, StringComparison.Ordinal));
            Assert.All(
                request.History.Select(entry => DeploymentRouter.Web.Features.Requests.Detail.HappeningText.Said(entry.What)).OfType<string>().Where(said => said.Length > 0),
                said => Assert.DoesNotContain(said, page, StringComparison.Ordinal));
            Assert.DoesNotContain("team’s verdict", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("decline", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Revoked_altered_and_unknown_links_are_the_same_page()
    {
        var request = await RequestAsync();
        var (alive, revoked) = (await MakeAsync(request), await MakeAsync(request));
        var line = (await Links.OfAsync(request.Id, Sales, Sight.Everything))[0];
        Assert.Null(await Links.RevokeAsync(request.Id, line.Id, Sales, Sight.Everything));

        var visitor = app.Visitor();
        string[] secrets = [revoked.Secret, $"{alive.Secret}A", alive.Secret[..^1], "x", new string('A', 43), "a%20b"];
        var pages = new List<string>();
        foreach (var secret in secrets)
        {
            var answer = await visitor.GetAsync($"/status/{secret}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Contains("This link is over", pages[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/status/{alive.Secret}")).StatusCode);
    }

    [Fact]
    public async Task Each_opening_is_counted_for_whoever_made_the_link()
    {
        var request = await RequestAsync();
        var link = await MakeAsync(request, "counted");
        Assert.Equal(0, (await LineAsync()).Opened);
        await app.Visitor().GetAsync($"/status/{link.Secret}");
        await app.Visitor().GetAsync($"/status/{link.Secret}");
        var line = await LineAsync();
        Assert.Equal(2, line.Opened);
        Assert.NotNull(line.LastOpenedAt);

        async Task<StatusLinkLine> LineAsync() => (await Links.OfAsync(request.Id, Sales, Sight.Everything)).Single(one => one.Note is "counted");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(91)]
    public async Task A_link_lasts_1_to_90_days(int days)
    {
        var (link, refusal) = await Links.MakeAsync((await RequestAsync()).Id, days, "", Sales, Sight.Everything);
        Assert.Null(link);
        Assert.Equal("LinkDaysInvalid", refusal!.Name);
    }

    [Fact]
    public async Task Who_may_not_share_makes_and_revokes_nothing()
    {
        var request = await RequestAsync();
        await MakeAsync(request);
        var before = await Links.OfAsync(request.Id, Sales, Sight.Everything);
        Assert.NotNull((await Links.MakeAsync(request.Id, 14, "", Ie, Sight.Everything)).Refusal);
        Assert.NotNull(await Links.RevokeAsync(request.Id, before[0].Id, Ie, Sight.Everything));
        Assert.Equal(before, await Links.OfAsync(request.Id, Sales, Sight.Everything));
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_data_directory()
    {
        var link = await MakeAsync(await RequestAsync());
        await app.Visitor().GetAsync($"/status/{link.Secret}");
        foreach (var file in Directory.GetFiles(app.DataDirectory, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(link.Secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Making_and_revoking_are_in_the_history_and_hinder_no_undo()
    {
        var store = app.Services.GetRequiredService<RequestStore>();
        var request = await RequestAsync();
        await MakeAsync(request);
        var line = (await Links.OfAsync(request.Id, Sales, Sight.Everything))[0];
        Assert.Null(await Links.RevokeAsync(request.Id, line.Id, Sales, Sight.Everything));
        var after = (await store.FindAsync(request.Id, Sight.Everything))!;
        Assert.Equal(["StatusShared", "StatusUnshared"], after.History.TakeLast(2).Select(entry => entry.What.GetType().Name));
        Assert.Equal(request.WhyNot(RequestAct.Undo, Sales)?.Name, after.WhyNot(RequestAct.Undo, Sales)?.Name);
    }

    [Fact]
    public async Task A_note_that_turns_the_direction_of_a_text_is_refused()
    {
        var (_, refusal) = await Links.MakeAsync((await RequestAsync()).Id, StatusLinks.UsualDays, "Pay \u202Eereh", Sales, Sight.Everything);
        Assert.Equal("TextUnreadable", refusal?.Name);
    }

    private async Task<NewStatusLink> MakeAsync(Request request, string note = "")
    {
        var (link, refusal) = await Links.MakeAsync(request.Id, StatusLinks.UsualDays, note, Sales, Sight.Everything);
        Assert.Null(refusal);
        return link!;
    }

    private async Task<Request> RequestAsync() => (await app.Services.GetRequiredService<RequestStore>().FindAsync(1002, Sight.Everything))!;

    private static IEnumerable<string> TextOf(CustomerStatus status) =>
        [status.Customer, status.Strategy ?? "", status.Headline, status.Due ?? "", .. status.Stages.Select(stage => stage.Words), .. status.NeededFromThem, .. status.Sentences];
}

/// <summary>An application of its own: what is counted is counted for all who come from one address.</summary>
public sealed class StatusLimitTests
{
    [Fact]
    public async Task One_address_opens_links_so_often_and_then_is_told_to_wait()
    {
        using var app = new RunningApp();
        var visitor = app.Visitor();
        for (var i = 0; i < StatusLimits.PerMinute; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/status/nothing")).StatusCode);
        var answer = await visitor.GetAsync("/status/nothing");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter!.Delta);
    }
}
