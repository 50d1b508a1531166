using Bunit;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Growth.Engaging;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Growth;

public sealed class EngagePageTests : RequestRoom
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    [Fact]
    public async Task What_holds_is_carried_and_what_the_readings_overtook_is_proposed_anew()
    {
        var page = await OpenAsync();
        Assert.Equal("Answered 2 Nov 2026, but 19,100 were read since.", page.Find(".engage legend + p").TextContent);
        Assert.Equal("19100", page.Find("#aged-users_full-new").GetAttribute("value"));
        Assert.Equal("https://crm.example/opportunities/OPP-7", page.Find("#field-opportunity_link").GetAttribute("value"));
        Assert.Equal("https://docs.example/tdd", page.Find("#field-tdd_link").GetAttribute("value"));
        Assert.Equal("aws", page.Find("#field-expected_hosting_provider").GetAttribute("value"));
        Assert.Contains("19,100 of 20,000 users", page.Find("#field-more_information").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("12 answers are carried as they are", page.Find("summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_it_waits_for_IE_with_the_new_answers()
    {
        var page = await OpenAsync();
        page.Find("#aged-users_full-new").Change("32,000");
        page.Find("#aged-repos_full-new").Change("90,000");
        page.Find("#field-expected_deployment_type").Change("kubernetes");
        await page.Find("form.engage").SubmitAsync();
        var request = (await Store.FindAsync(1001))!;
        Assert.Equal(("qualification", "ie"), (request.Current.Stage.Id, request.OwnerTeamId));
        Assert.Equal(new NumberAnswer(32_000), request.Answers["users_full"]);
        Assert.EndsWith("/requests/1001", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_listed_first_and_nothing_is_sent()
    {
        var page = await OpenAsync();
        await page.Find("form.engage").SubmitAsync();
        Assert.Equal(["Expected deployment type: fill it in."], page.FindAll(".errors a").Select(link => link.TextContent));
        Assert.Equal("live", (await Store.FindAsync(1001))!.Current.Stage.Id);
    }

    [Fact]
    public async Task What_was_typed_survives_a_reload()
    {
        (await OpenAsync()).Find("#field-more_information").Change("They double in spring.");
        var again = Render<EngagePage>(page => page.Add(p => p.Number, 1001));
        Assert.Equal("They double in spring.", again.Find("#field-more_information").GetAttribute("value"));
    }

    [Fact]
    public async Task Old_answers_are_shown_with_their_day_and_need_a_word()
    {
        Time.Advance(TimeSpan.FromDays(200));
        var page = await OpenAsync();
        Assert.Contains("Answered 2 Nov 2026; it holds for 180 days.", page.Find("#aged-hosting_provider").TextContent, StringComparison.Ordinal);
        await page.Find("form.engage").SubmitAsync();
        Assert.Contains("Where it would run: say whether it still holds.", page.FindAll(".errors a").Select(link => link.TextContent));
        await page.Find("#aged-hosting_provider input").ChangeAsync(new() { Value = "on" });
        await page.Find("form.engage").SubmitAsync();
        Assert.DoesNotContain("Where it would run: say whether it still holds.", page.FindAll(".errors a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Whoever_may_not_is_told_who_may()
    {
        await StoreAsync(Live());
        SignIn(Wren);
        var page = Render<EngagePage>(parameters => parameters.Add(p => p.Number, 1001));
        Assert.Contains("Live belongs to TAM", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
        Assert.Contains("There is no DR-1999.", Render<EngagePage>(parameters => parameters.Add(p => p.Number, 1999)).Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<EngagePage>> OpenAsync()
    {
        SignIn(Hazel);
        await StoreAsync(Live().Does((r, now) => r.RecordReading(Day, 19_100, 66_000, "Licence report", Hazel, now)));
        return Render<EngagePage>(page => page.Add(p => p.Number, 1001));
    }
}
