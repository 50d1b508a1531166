using System.Reflection;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Api;
using DeploymentRouter.Web.Api.Requests;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>docs/permissions.md against the code: rights, and what is no act on a request. Nothing may be missing.</summary>
public sealed class OtherRowsTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly Matrix Page = Matrix.Read();

    [Fact]
    public void Rights_are_what_the_matrix_says()
    {
        var setup = app.Services.GetRequiredService<RightsSetup>();
        Assert.Empty(Tried.Disagreements(Page,
        [
            .. from right in Enum.GetValues<Right>()
               from role in Matrix.Roles
               select Tried.Other(right.ToString(), role, Rights.WhyNot(right, Cast.Of(role), RequestWalk.Playbook, setup)),
        ]));
    }

    [Fact]
    public async Task Use_cases_allow_what_the_matrix_says_and_nothing_else()
    {
        await Cast.EnterAsync(app);
        var store = app.Services.GetRequiredService<RequestStore>();
        var others = new OtherTries(
            app.Services, await store.AddAsync(RequestWalk.InQualification().Request, Guid.NewGuid()), await store.AddAsync(Situations.Watched().Request, Guid.NewGuid())).All;
        var tries = new List<Tried>();
        foreach (var (code, use) in others)
        {
            foreach (var role in Matrix.Roles)
            {
                tries.Add(Tried.Other(code, role, await use(Cast.Of(role), true)));
                if (Page.Row(code).Word(role) is "own" or "no") tries.Add(Tried.Other(code, role, await use(Cast.Of(role), false), isOwn: false));
            }
        }

        Assert.Empty(Tried.Disagreements(Page, tries));
        Assert.Empty(Page.Rows.Where(row => row.Codes[0].Contains('.', StringComparison.Ordinal)).Select(row => row.Codes[0]).Except(others.Keys));
    }

    [Fact]
    public async Task Administrators_use_cases_each_ask_who_asks()
    {
        await Cast.EnterAsync(app);
        var others = new AdministrationTries(app.Services, await app.Services.GetRequiredService<RequestStore>().AddAsync(RequestWalk.InQualification().Request, Guid.NewGuid())).All;
        var tries = new List<Tried>();
        foreach (var (code, use) in others)
            foreach (var role in Matrix.Roles)
                tries.Add(Tried.Other(code, role, await use(Cast.Of(role))));

        Assert.Empty(Tried.Disagreements(Page, tries));
        // Whoever adds one here or to these classes tries it.
        string[] classes = ["PeopleDesk.", "PeopleList.", "PersonErasure.", "Retention.", "StatusLinks."];
        var first = Page.Rows.Select(row => row.Codes[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Page.Rows.SelectMany(row => row.Codes).Where(code => classes.Any(one => code.StartsWith(one, StringComparison.Ordinal)))
            .Except(others.Keys).Except(first).Except(["PeopleList.ReadAsync"]));
    }

    [Fact]
    public void No_use_case_is_missing()
    {
        var classes = new ServiceCollection().AddRouterData(app.DataDirectory)
            .Select(service => service.ServiceType).Where(type => type.Assembly == typeof(RouterData).Assembly && type.IsClass).Distinct();
        var missing = classes
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName).Select(method => $"{type.Name}.{method.Name}"))
            .Distinct().Where(name => !Page.Names.Contains(name) && !Page.Names.Contains(name.Split('.')[0]));

        Assert.Empty(missing);
    }

    [Fact]
    public void No_address_of_the_API_is_missing()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ApiV1.Root, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(endpoints);
        var names = endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ActOfEndpoint>()?.Act.ToString()
            ?? endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!);
        Assert.Empty(names.Except(Page.Names));
    }
}
