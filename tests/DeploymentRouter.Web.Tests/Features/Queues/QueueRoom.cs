using AngleSharp.Dom;
using Bunit;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Features.Queues;
using DeploymentRouter.Web.Tests.Features.Requests;
using DeploymentRouter.Web.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DeploymentRouter.Web.Tests.Features.Queues;

/// <summary>Queue pages over a real database, with one person signed in.</summary>
public abstract class QueueRoom : RequestRoom
{
    protected QueueRoom() => Services.AddTransient<Triage>().AddSingleton<ReviewClaims>();

    /// <summary>Stores a request under another customer's name.</summary>
    private protected async Task<Request> StoreAsync(string customer, RequestWalk walk)
    {
        walk.Does((request, now) => request.ChangeCustomer(request.Customer with { Name = customer }, RequestWalk.Wren, now));
        return await StoreAsync(walk);
    }

    protected IRenderedComponent<QueuePage> OpenQueue(Person person, string team, string query = "")
    {
        SignIn(person);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/queues/{team}{query}");
        return Render<QueuePage>(p => p.Add(page => page.Team, team).AddCascadingValue(new Preferences(new ThemeChoice("light", false), keysOn: true)));
    }

    /// <summary>Somebody acts on another machine, and this one has not heard of it yet.</summary>
    protected async Task UnheardAsync(Request request, Func<Request, DateTime, Outcome> act)
    {
        var store = new RequestStore(
            Services.GetRequiredService<IDbContextFactory<RouterDb>>(), Services.GetRequiredService<PlaybookInForce>(), Services.GetRequiredService<WriteGate>(), new RequestFeed(NullLogger<RequestFeed>.Instance), Time);
        var fresh = (await store.FindAsync(request.Id))!;
        Assert.IsType<ActResult.Done>(await new RequestDesk(store, Services.GetRequiredService<PlaybookInForce>(), Time).ActAsync(request.Id, fresh.Version, act));
    }

    protected static IElement Key(IRenderedComponent<QueuePage> page, string key) => page.Find($"[data-key='{key}']");

    protected static string? Selected(IRenderedComponent<QueuePage> page) => page.FindAll("tr[aria-selected=true] .cust").SingleOrDefault()?.TextContent;

    protected static string? Reviewed(IRenderedComponent<QueuePage> page) => page.FindAll(".review h2").SingleOrDefault()?.TextContent;

    protected static IEnumerable<string> Customers(IRenderedComponent<QueuePage> page) => page.FindAll(".cust").Select(link => link.TextContent);

    protected async Task<string> StageOfAsync(Request request) => (await Store.FindAsync(request.Id))!.Current.Stage.Id;
}
