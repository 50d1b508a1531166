using System.Net;
using System.Text;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

/// <summary>A null in a list or a map is told at the door, where the type does not allow it.</summary>
public sealed class NullElementsTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/decisions/batch", """{"cases":[null]}""", "$.cases[0]")]
    [InlineData("/decisions/batch", """{"cases":[{"id":"a","answers":{}},null]}""", "$.cases[1]")]
    [InlineData("/opportunities", "[null]", "$[0]")]
    [InlineData("/requests", """{"customer":{"name":"A","engagement":"trial"},"notes":{"users_full":null}}""", "$.notes.users_full")]
    [InlineData("/tokens", """{"name":"a","scopes":["read"],"days":1,"team":null}""", null)]
    public async Task Said_with_its_place(string address, string body, string? place)
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var answer = await PostAsync(api, address, body);

        Assert.Equal(place is null, answer.IsSuccessStatusCode);
        if (place is not null) await SaidAsync(answer, place);
        app.Faults.AssertNone();
    }

    [Fact]
    public async Task Said_of_acts_as_well()
    {
        var request = await app.Services.GetRequiredService<RequestStore>().AddAsync(RequestWalk.InQualification().Request, Guid.NewGuid());
        using var ie = await app.ApiAsync("bram-copperkettle");
        using var ce = await app.ApiAsync("wren-lanternby");
        var acts = $"/requests/{request.Number}/acts";

        await SaidAsync(await PostAsync(ie, $"{acts}/send-back", """{"reason":"x","questions":[null]}"""), "$.questions[0]");
        await SaidAsync(await PostAsync(ce, $"{acts}/save-form", """{"fields":{"tdd_link":null}}"""), "$.fields.tdd_link");
        // What an answer may be is the playbook's: null opens it.
        await (await PostAsync(ce, $"{acts}/answer", """{"answers":{"hosting_provider":null},"notes":{"hosting_provider":null}}""")).RefusedAsync(HttpStatusCode.BadRequest, "BadRequest");
        Assert.NotEqual(HttpStatusCode.BadRequest, (await PostAsync(ce, $"{acts}/answer", """{"answers":{"hosting_provider":null}}""")).StatusCode);
        app.Faults.AssertNone();
    }

    [Fact]
    public async Task A_draft_takes_null_for_what_is_to_be_emptied()
    {
        using var api = await app.ApiAsync("wren-lanternby");
        var draft = (await (await api.PostAsync("/api/v1/drafts", null)).JsonAsync()).GetProperty("id");

        Assert.True((await api.SendAsync(HttpMethod.Patch, $"/api/v1/drafts/{draft}", new { fields = new Dictionary<string, string?> { ["customer.name"] = null } })).IsSuccessStatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient api, string address, string body) =>
        api.PostAsync($"/api/v1{address}", new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task SaidAsync(HttpResponseMessage answer, string place)
    {
        await answer.RefusedAsync(HttpStatusCode.BadRequest, "BadRequest");
        Assert.Contains($"at {place}.", (await answer.JsonAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
