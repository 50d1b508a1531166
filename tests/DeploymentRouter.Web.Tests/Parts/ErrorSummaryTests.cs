using Bunit;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Tests.Parts;

public sealed class ErrorSummaryTests : BunitContext
{
    private static readonly FieldError[] Two = [new("users", "Enter 14,500 or fewer"), new("note", "Say what the other blocker is")];

    public ErrorSummaryTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void It_counts_its_lines_and_each_leads_to_its_field()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, Two));

        Assert.Equal("2 answers need another look", summary.Find("h2").TextContent);
        Assert.Equal(["#users", "#note"], summary.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void It_takes_focus_once_for_each_attempt()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, Two));
        summary.Render();
        Assert.Single(Focused());

        summary.Render(p => p.Add(s => s.Errors, [Two[0]]));
        Assert.Equal(2, Focused().Count);
        Assert.Equal("1 answer needs another look", summary.Find("h2").TextContent);
    }

    [Fact]
    public void Nothing_wrong_shows_nothing()
    {
        Assert.Equal("", Render<ErrorSummary>(p => p.Add(s => s.Errors, [])).Markup.Trim());
        Assert.Empty(Focused());
    }

    private IReadOnlyList<JSRuntimeInvocation> Focused() => JSInterop.Invocations["Blazor._internal.domWrapper.focus"];
}
