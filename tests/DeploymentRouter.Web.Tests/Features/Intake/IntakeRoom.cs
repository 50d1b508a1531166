using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Intake;
using DeploymentRouter.Web.Features.Intake.Drafts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace DeploymentRouter.Web.Tests.Features.Intake;

/// <summary>The intake's pages over a real database, the default playbook and a clock that waits to be told.</summary>
public sealed class IntakeRoom : BunitContext, IAsyncLifetime
{
    public static readonly Person Wren = DemoPeople.Find("wren-lanternby")!.Person;

    private readonly string _directory = Directory.CreateTempSubdirectory("router-").FullName;

    public IntakeRoom()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRouterData(_directory)
            .AddSingleton(new PlaybookInForce(PlaybookFile.LoadDefault().Require()))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(services => new IntakeReader(services.GetRequiredService<PlaybookInForce>()))
            .AddSingleton<DraftSessions>()
            .AddScoped<SignedIn>()
            .AddScoped<Toasts>();
        Services.AddMudServices();
        Authorization = AddAuthorization();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        SignIn(Wren);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public BunitAuthorizationContext Authorization { get; }

    public DraftStore Drafts => Services.GetRequiredService<DraftStore>();

    public BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    public async Task InitializeAsync() => await RouterData.PrepareAsync(Services);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    public void SignIn(Person person)
    {
        Authorization.SetAuthorized(person.Name);
        Authorization.SetClaims([.. person.ToPrincipal("test").Claims]);
    }

    /// <summary>A draft of Wren's with these fields; a key without a dot is a question's id.</summary>
    public async Task<Guid> DraftAsync(params (string Key, string Text)[] fields)
    {
        var draft = await Drafts.StartAsync(Wren.Id);
        foreach (var (key, text) in fields) await SetAsync(draft.Id, key, text);
        return draft.Id;
    }

    /// <summary>Changes a field as another tab would that has seen everything.</summary>
    public async Task SetAsync(Guid draftId, string key, string? text) =>
        Assert.Null((await Drafts.ChangeAsync(draftId, Wren.Id, Key(key), text, int.MaxValue))!.Conflict);

    public async Task<string?> StoredAsync(Guid draftId, string key) => (await Drafts.FindAsync(draftId, Wren.Id))![Key(key)];

    /// <summary>Does something to the database behind everybody's back.</summary>
    public async Task SqlAsync(string sql)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Opens a page of the draft and waits until it shows.</summary>
    public IRenderedComponent<IntakePage> Open(Guid draftId, string? step = null)
    {
        Navigation.NavigateTo($"/intake/{draftId}{(step is null ? "" : "/" + step)}");
        var page = Render<IntakePage>(parameters => parameters.Add(p => p.DraftId, draftId).Add(p => p.Step, step));
        page.WaitForState(() => page.FindAll(".wait").Count == 0);
        return page;
    }

    /// <summary>The box with this label inside the question with this wording.</summary>
    public static IElement Box(IRenderedComponent<IntakePage> page, string wording, string label)
    {
        var question = page.FindAll(".q").First(q => q.TextContent.Contains(wording, StringComparison.Ordinal));
        return question.QuerySelectorAll(".opt").First(opt => opt.TextContent.Trim() == label).QuerySelector("input")!;
    }

    private static string Key(string key) => key.Contains('.', StringComparison.Ordinal) ? key : DraftKeys.Answer(key);
}
