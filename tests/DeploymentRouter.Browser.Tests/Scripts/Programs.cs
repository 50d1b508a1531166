using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Browser.Tests.Scripts;

/// <summary>Calls of the API, by person.</summary>
internal sealed class Programs(Site site) : IDisposable
{
    private readonly Dictionary<string, Person> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HttpClient> _programs = new(StringComparer.Ordinal);

    /// <summary>Somebody beside the demo people.</summary>
    public void Know(Person person) => _others[person.Id] = person;

    public Task<JsonElement> ActAsync(string person, int number, string act, object? body = null) =>
        SendAsync(person, HttpMethod.Post, FormattableString.Invariant($"requests/{number}/acts/{act}"), body);

    public Task<JsonElement> FileAsync(string person, int number, string name) =>
        SendAsync(person, new HttpRequestMessage(HttpMethod.Post, Address(FormattableString.Invariant($"requests/{number}/files?name={Uri.EscapeDataString(name)}"))) { Content = new StringContent("The plan.") });

    public Task<JsonElement> SendAsync(string person, HttpMethod method, string path, object? body = null) =>
        SendAsync(person, new HttpRequestMessage(method, Address(path)) { Content = body is null ? null : JsonContent.Create(body) });

    public void Dispose()
    {
        foreach (var program in _programs.Values) program.Dispose();
    }

    private static Uri Address(string path) => new($"/api/v1/{path}", UriKind.Relative);

    private async Task<JsonElement> SendAsync(string person, HttpRequestMessage call)
    {
        var answer = await (await OfAsync(person)).SendAsync(call);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{call.Method} {call.RequestUri} {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpClient> OfAsync(string personId)
    {
        if (_programs.TryGetValue(personId, out var known)) return known;
        var person = _others.GetValueOrDefault(personId) ?? DemoPeople.Find(personId)!.Person;
        var (token, _) = await site.Services.GetRequiredService<AccessTokens>().CreateAsync("test", Enum.GetValues<TokenScope>(), 1, person);
        var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!.Key);
        return _programs[personId] = http;
    }
}
