using System.Diagnostics;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Features.Intake;
using DeploymentRouter.Web.Features.Intake.Panel;
using DeploymentRouter.Web.Features.Intake.Tasks;
using Xunit.Abstractions;

namespace DeploymentRouter.Web.Tests.Features.Intake;

/// <summary>Everything the server computes after each answer, without drawing it.</summary>
public sealed class PanelSpeedTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Bar = TimeSpan.FromMilliseconds(5);

    [Fact]
    public void After_an_answer_the_whole_page_is_read_and_explained_within_5_ms()
    {
        var playbook = PlaybookFile.LoadDefault().Require();
        var reader = new IntakeReader(playbook);
        var draft = EuropeanInsurer.Decided.Aggregate(
            Draft.Start(Guid.Empty, "wren", DateTime.UnixEpoch),
            (one, field) => one.With(field.Key.Contains('.', StringComparison.Ordinal) ? field.Key : DraftKeys.Answer(field.Key), field.Text, int.MaxValue, DateTime.UnixEpoch).Draft);
        for (var i = 0; i < 50; i++) Change(reader, draft);

        var times = Enumerable.Range(0, 101).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            Change(reader, draft);
            return Stopwatch.GetElapsedTime(start);
        }).Order().ToList();

        output.WriteLine($"median {times[50].TotalMilliseconds:F2} ms, 95 % {times[95].TotalMilliseconds:F2} ms");
        Assert.True(times[50] < Bar, $"An answer takes {times[50].TotalMilliseconds:F2} ms.");
    }

    private static void Change(IntakeReader reader, Draft draft)
    {
        var reading = reader.Read(draft, new DateOnly(2026, 11, 24));
        TopicTasks.Of(reading, new IntakeLinks(draft.Id));
        LivePanelView.Of(reading);
    }
}
