using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>Somebody for each column of the matrix, beside the demo people, and a program that acts for each.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, HttpClient> _programs = new(StringComparer.Ordinal);

    public static Person Of(string role) => role switch
    {
        "Lead" => new Person("cast-lead", "Lorna Lead", "ie", IsAdmin: false),
        "Owner" => new Person("cast-owner", "Orin Owner", "", IsAdmin: false) { OwnsPlaybook = true },
        "Admin" => new Person("cast-admin", "Ada Admin", "", IsAdmin: true),
        _ => new Person($"cast-{role.ToLowerInvariant()}", $"Somebody of {role}", role.ToLowerInvariant(), IsAdmin: false),
    };

    public static async Task<Cast> EnterAsync(RunningApp app)
    {
        var cast = new Cast();
        await app.Services.GetRequiredService<PeopleDirectory>().RememberAsync(Matrix.Roles.Select(Of));
        await app.Services.GetRequiredService<TeamDesk>().SetLeadAsync(RequestWalk.Playbook.Team("ie"), Of("Lead").Id, true, Of("Admin"));
        foreach (var role in Matrix.Roles)
        {
            var http = app.CreateClient();
            var (token, _) = await app.Services.GetRequiredService<AccessTokens>().CreateAsync("matrix", Enum.GetValues<TokenScope>(), 1, Of(role));
            http.DefaultRequestHeaders.Authorization = new("Bearer", token!.Key);
            cast._programs[role] = http;
        }

        return cast;
    }

    public HttpClient Program(string role) => _programs[role];
}
