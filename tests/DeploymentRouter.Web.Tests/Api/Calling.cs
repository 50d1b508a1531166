using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Api;

/// <summary>How tests call the API.</summary>
internal static class Calling
{
    /// <summary>A program that shows a token of a demo person; without scopes, one that may be used for everything.</summary>
    public static async Task<HttpClient> ApiAsync(this Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> app, string personId, params TokenScope[] scopes)
    {
        var http = app.CreateClient();
        var (token, refusal) = await app.Services.GetRequiredService<AccessTokens>()
            .CreateAsync("test", scopes.Length == 0 ? Enum.GetValues<TokenScope>() : scopes, 1, DemoPeople.Find(personId)!.Person);
        Assert.Null(refusal);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!.Key);
        return http;
    }

    /// <summary>The body as JSON, whatever it is called.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The name of the refusal that an answer carries.</summary>
    public static async Task<string?> RefusalAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.JsonAsync()).GetProperty("refusal").GetString();
    }
}
