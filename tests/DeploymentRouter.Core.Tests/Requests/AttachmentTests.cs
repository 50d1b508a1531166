using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.Attachments;
using DeploymentRouter.Core.Requests.History;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

public sealed class AttachmentTests
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("plan.pdf", "plan.pdf")]
    [InlineData("../../etc/plan.pdf", "plan.pdf")]
    [InlineData("..\\..\\plan.pdf", "plan.pdf")]
    [InlineData("C:\\Users\\w\\plan.pdf", "plan.pdf")]
    [InlineData("pl\0an.pdf", "plan.pdf")]
    [InlineData("plan\r\nSet-Cookie: x.pdf", "planSet-Cookie_ x.pdf")]
    [InlineData("plan\u202Efdp.txt", "planfdp.txt")]
    [InlineData("a<b>\"c\"?.txt", "a_b__c__.txt")]
    [InlineData("  .hidden.txt. ", "hidden.txt")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("Gra\u0308fin.txt", "Gr\u00E4fin.txt")]
    [InlineData("議事録.pdf", "議事録.pdf")]
    [InlineData("..", null)]
    [InlineData("a/", null)]
    [InlineData("\0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_name_is_made_harmless(string? sent, string? kept) => Assert.Equal(kept, FileName.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = FileName.Clean(new string('a', 500) + ".pdf")!;
        Assert.Equal((FileName.MaxLength, true), (name.Length, name.EndsWith(".pdf", StringComparison.Ordinal)));
        Assert.Equal(FileName.MaxLength - 1, FileName.Clean(string.Concat(Enumerable.Repeat("😀", 100)) + "x.text")!.Length);
    }

    [Theory]
    [InlineData("plan.pdf", true)]
    [InlineData("PLAN.PDF", true)]
    [InlineData("plan.svg", false)]
    [InlineData("plan.html", false)]
    [InlineData("plan.docm", false)]
    [InlineData("plan.pdf.exe", false)]
    [InlineData("plan", false)]
    [InlineData("plan.", false)]
    public void Only_kinds_that_no_browser_runs_are_taken(string name, bool taken) => Assert.Equal(taken, FileKinds.Of(name) is not null);

    [Fact]
    public void Removed_files_count_for_a_day()
    {
        var request = RequestWalk.Filed("no").Request;
        var at = request.ChangedAt;
        for (var i = 0; i < 25; i++)
        {
            Assert.True(request.Attach($"{i}.pdf", AttachmentLimits.MaxFileBytes, Hash, Ce, at).Succeeded);
            Assert.True(request.Detach(request.Files[0].Number, Ce, at).Succeeded);
        }

        Assert.Empty(request.Files);
        Assert.Equal("TooMuchRemoved", request.WhyNotAttach(1, at.AddDays(1).AddTicks(-1))?.Name);
        Assert.Null(request.WhyNotAttach(1, at.AddDays(1)));
    }

    [Fact]
    public void How_much_hangs_on_a_request_is_limited_and_each_limit_has_its_name()
    {
        var walk = RequestWalk.Filed("no");
        Assert.Equal("FileEmpty", walk.Request.WhyNotAttach(0, walk.Now)?.Name);
        Assert.Equal("FileTooLarge", walk.Request.WhyNotAttach(AttachmentLimits.MaxFileBytes + 1, walk.Now)?.Name);
        Assert.Equal("FileKindNotTaken", walk.Tries(r => (by, now) => r.Attach("a.exe", 1, Hash, by, now), Ce)?.Name);
        for (var i = 0; i < 10; i++)
            walk.Does(r => (by, now) => r.Attach($"{i}.pdf", AttachmentLimits.MaxFileBytes, Hash, by, now), Ce);
        Assert.Equal("FilesTooLarge", walk.Request.WhyNotAttach(1, walk.Now)?.Name);
        Assert.Equal("FilesTooLarge", walk.Tries(r => (by, now) => r.Attach("b.pdf", 1, Hash, by, now), Ce)?.Name);

        var many = RequestWalk.Filed("no");
        for (var i = 0; i < AttachmentLimits.MaxFiles; i++)
            many.Does(r => (by, now) => r.Attach($"{i}.pdf", 1, Hash, by, now), Ce);
        Assert.Equal("TooManyFiles", many.Request.WhyNotAttach(1, many.Now)?.Name);
        Assert.Equal("SameFileThere", Attached().Tries(r => (by, now) => r.Attach("plan.pdf", 9, Hash, by, now), Ie)?.Name);
    }

    [Fact]
    public void What_is_removed_stays_in_the_history()
    {
        var walk = Attached();
        var file = Assert.Single(walk.Request.Files);
        Assert.Equal("NotYourAct", walk.Tries(r => (by, now) => r.Detach(file.Number, by, now), Tpm)?.Name);
        walk.Does(r => (by, now) => r.Detach(file.Number, by, now), Ce);
        Assert.Empty(walk.Request.Files);
        Assert.Contains(walk.Request.History, entry => entry.What is FileAttached { Name: "plan.pdf" });
        Assert.Equal("NotAttached", walk.Tries(r => (by, now) => r.Detach(file.Number, by, now), Ce)?.Name);
    }

    [Fact]
    public void A_file_stands_beside_the_acts_and_stays_when_one_is_taken_back()
    {
        var walk = RequestWalk.InQualification();
        walk.Does(r => r.Complete, Ie);
        var at = walk.Now;
        Assert.True(walk.Request.Attach("plan.pdf", 9, Hash, Tpm, at).Succeeded);
        Assert.True(walk.Request.AddLink("", "https://docs.example/plan", Tpm, at).Succeeded);
        Assert.True(walk.Request.Undo(Ie, at).Succeeded);
        Assert.Equal("qualification", walk.Request.Current.Stage.Id);
        Assert.Single(walk.Request.Files);
        Assert.Single(walk.Request.Links);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "FieldInvalid")]
    [InlineData("docs.example", "FieldInvalid")]
    [InlineData("", "FieldInvalid")]
    [InlineData("https://docs.example/plan", null)]
    public void A_link_is_a_whole_address(string url, string? refusal) =>
        Assert.Equal(refusal, RequestWalk.Filed("no").Tries(r => (by, now) => r.AddLink("The plan", url, by, now), Sales)?.Name);

    private static RequestWalk Attached()
    {
        var walk = RequestWalk.Filed("no");
        walk.Does(r => (by, now) => r.Attach("plan.pdf", 9, Hash, by, now), Ie);
        return walk;
    }
}
