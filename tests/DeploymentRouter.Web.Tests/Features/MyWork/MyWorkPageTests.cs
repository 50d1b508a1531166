using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Layout;
using DeploymentRouter.Web.Features.MyWork;
using DeploymentRouter.Web.Tests.Features.Requests;
using DeploymentRouter.Web.Theme;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.MyWork;

public sealed class MyWorkPageTests : RequestRoom
{
    [Fact]
    public async Task A_CE_finds_what_waits_drafts_what_is_with_others_and_what_is_followed()
    {
        var mine = await StoreAsync(Filed(JointAnswers));
        await StoreAsync(InQualification());
        var drafts = Services.GetRequiredService<DraftStore>();
        var draft = await drafts.StartAsync(Wren.Id);
        await drafts.ChangeAsync(draft.Id, Wren.Id, "customer.name", "Quillfeather Press", 0);
        await Services.GetRequiredService<Following>().SetAsync(Wren.Id, mine.Id, follows: true);

        var page = Open(Wren);
        Assert.Equal(["/requests/1001"], Links(page, "mine", ".cust"));
        Assert.Equal(["/requests/1002"], Links(page, "filed", ".cust"));
        Assert.Equal([$"/intake/{draft.Id}"], Links(page, "drafts", ".cust"));
        Assert.Equal(["/requests/1001"], Links(page, "followed", ".cust"));
        Assert.Contains("Quillfeather Press", Section(page, "drafts"), StringComparison.Ordinal);
        Assert.Contains("Work: IE request", Section(page, "mine"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_of_my_team_took_is_mine_to_pick_up()
    {
        await StoreAsync(HandedToTpm());
        var page = Open(Felix);
        Assert.Contains("Accept hand-over", Section(page, "untaken"), StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", Section(page, "mine"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#drafts"));
    }

    [Fact]
    public async Task It_follows_what_happens_elsewhere()
    {
        var request = await StoreAsync(InQualification());
        var page = Open(Bram);
        Assert.Contains("Nothing waits for you.", Section(page, "mine"), StringComparison.Ordinal);

        await ElsewhereAsync(request, (r, now) => r.Assign(Bram, Tansy, now));
        page.WaitForAssertion(() => Assert.Contains("Qualify", Section(page, "mine"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_bar_counts_what_waits_for_my_team_and_keeps_count()
    {
        SignIn(Bram);
        var bar = Render<Bar>(p => p.Add(b => b.Person, Bram).AddCascadingValue(new Preferences(new ThemeChoice("light", false), keysOn: true)));
        Assert.Empty(bar.FindAll(".count"));
        await StoreAsync(InQualification());
        bar.WaitForAssertion(() => Assert.Equal("1 waiting", bar.Find("nav .count").TextContent));
    }

    private IRenderedComponent<MyWorkPage> Open(Person person)
    {
        SignIn(person);
        return Render<MyWorkPage>();
    }

    private static string Section(IRenderedComponent<MyWorkPage> page, string id) => page.Find($"section[aria-labelledby={id}]").TextContent;

    private static IEnumerable<string?> Links(IRenderedComponent<MyWorkPage> page, string id, string css) =>
        page.FindAll($"section[aria-labelledby={id}] {css}").Select(link => link.GetAttribute("href"));
}
