using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;
using DeploymentRouter.Web.SignIn;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>Pages about requests over a real database, with one person signed in.</summary>
public abstract class RequestRoom : BunitContext, IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("router-").FullName;

    private readonly BunitAuthorizationContext _door;

    protected RequestRoom()
    {
        _door = this.AddAuthorization();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddScoped<Toasts>();
        Services.AddScoped<SignedIn>();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        Services.AddSingleton(new PlaybookInForce(RequestWalk.Playbook));
        Services.AddRouterData(_directory);
    }

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 38, 0, TimeSpan.Zero));

    protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    protected IRenderedComponent<MudSnackbarProvider> ToastRack { get; private set; } = null!;

    protected RequestStore Store => Services.GetRequiredService<RequestStore>();

    async Task IAsyncLifetime.InitializeAsync()
    {
        await RouterData.PrepareAsync(Services);
        await Services.GetRequiredService<PeopleDirectory>().RememberAsync(DemoPeople.All.Select(demo => demo.Person));
        Dialogs = Render<MudDialogProvider>();
        ToastRack = Render<MudSnackbarProvider>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    protected void SignIn(Person person, Guid? session = null)
    {
        _door.SetAuthorized(person.Name);
        _door.SetClaims([.. person.ToPrincipal("test", session).Claims]);
    }

    /// <summary>Stores a request as others left it; the first one becomes DR-1001.</summary>
    private protected async Task<Request> StoreAsync(RequestWalk walk) => await Store.AddAsync(walk.Request, Guid.NewGuid());

    /// <summary>Somebody else acts, on another machine as it were.</summary>
    protected async Task<Request> ElsewhereAsync(Request request, Func<Request, DateTime, Outcome> act)
    {
        var fresh = (await Store.FindAsync(request.Id))!;
        var result = await Services.GetRequiredService<RequestDesk>().ActAsync(request.Id, fresh.Version, act);
        return Assert.IsType<ActResult.Done>(result).Request;
    }

    private protected async Task<IRenderedComponent<RequestPage>> OpenAsync(RequestWalk walk, Person person)
    {
        SignIn(person);
        var request = await StoreAsync(walk);
        return Render<RequestPage>(p => p.Add(x => x.Number, request.Number));
    }

    protected static IElement Button(IRenderedComponent<RequestPage> page, string label) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == label);

    protected IElement DialogButton(string label)
    {
        Dialogs.WaitForElement("[role=dialog]");
        return Dialogs.FindAll(".dialog .mud-dialog-actions button").Single(button => button.TextContent == label);
    }
}
