using System.Net;
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
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    /// <summary>The name of the refusal that an answer carries.</summary>
    public static async Task<string?> RefusalAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.JsonAsync()).GetProperty("refusal").GetString();
    }

    /// <summary>Reads an address that must be there.</summary>
    public static async Task<JsonElement> ReadAsync(this HttpClient api, string path)
    {
        var answer = await api.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    /// <summary>Sends a body as JSON, with headers if any are named.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient api, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return api.SendAsync(request);
    }

    /// <summary>That it was refused, and how.</summary>
    public static async Task RefusedAsync(this HttpResponseMessage answer, HttpStatusCode status, string refusal) =>
        Assert.Equal((status, refusal), (answer.StatusCode, await answer.RefusalAsync()));

    /// <summary>What a program sends to file a request for a customer that nobody knows yet.</summary>
    public static object NewRequest(string customer) => new
    {
        customer = new { name = customer, engagement = "new-production", arrUsd = 120_000m, neededBy = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60) },
        answers = new Dictionary<string, object> { ["users_full"] = 300 },
        notes = new Dictionary<string, string> { ["users_full"] = "From the contract." },
    };
}
