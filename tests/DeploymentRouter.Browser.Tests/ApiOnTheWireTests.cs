using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Browser.Tests;

/// <summary>What only a real server does.</summary>
[Collection(SharedSite.Name)]
public sealed class ApiOnTheWireTests(Site site)
{
    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_is_cut_off_and_told_so()
    {
        var (token, _) = await site.Services.GetRequiredService<AccessTokens>().CreateAsync("wire", [TokenScope.Act], 1, DemoPeople.Find(People.Ce)!.Person);
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!.Key);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests/1001/acts/comment")
        {
            Content = new StringContent($$"""{"text":"{{new string('x', 1_000_001)}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("TooLarge", JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("refusal").GetString());
    }
}
