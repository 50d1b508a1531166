using Bunit;
using DeploymentRouter.Web.Components.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace DeploymentRouter.Web.Tests.Parts;

public sealed class DialogTests : BunitContext, IAsyncLifetime
{
    public DialogTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddScoped<Toasts>();
    }

    [Fact]
    public async Task A_dialog_asks_with_the_name_and_its_buttons_answer()
    {
        var (open, acted) = (true, 0);
        var floor = Render<MudDialogProvider>();
        var dialog = Render<Dialog>(p => p
            .Add(d => d.Open, true)
            .Add(d => d.OpenChanged, EventCallback.Factory.Create<bool>(this, value => open = value))
            .Add(d => d.OnAct, EventCallback.Factory.Create(this, () => acted++))
            .Add(d => d.Title, "Withdraw DR-7 for Pinwheel Aerospace?")
            .Add(d => d.Keep, "Keep it open")
            .Add(d => d.Act, "Withdraw")
            .AddChildContent("<p>History stays.</p>"));

        var box = floor.WaitForElement("[role=dialog]");
        Assert.Equal("Withdraw DR-7 for Pinwheel Aerospace?", floor.Find($"#{box.GetAttribute("aria-labelledby")}").TextContent);

        await floor.FindAll(".dialog button").Single(b => b.TextContent is "Withdraw").ClickAsync();
        Assert.Equal(1, acted);
        Assert.True(open);

        await floor.FindAll(".dialog button").Single(b => b.TextContent is "Keep it open").ClickAsync();
        Assert.False(open);
        Assert.NotNull(dialog);
    }

    [Fact]
    public async Task A_toast_says_what_happened_and_takes_it_back_once()
    {
        var undone = 0;
        var floor = Render<MudSnackbarProvider>();
        var toasts = Services.GetRequiredService<Toasts>();

        await floor.InvokeAsync(() => toasts.Say("Driftwood is qualified.", () => Task.FromResult(undone++)));
        await floor.InvokeAsync(() => toasts.Say("Orrery is qualified.", () => Task.FromResult(undone++)));

        floor.WaitForAssertion(() => Assert.Equal("Orrery is qualified.", floor.Find(".toast span").TextContent));
        await floor.Find(".toast button").ClickAsync();
        Assert.Equal(1, undone);
        floor.WaitForAssertion(() => Assert.Empty(floor.FindAll(".toast")));
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
