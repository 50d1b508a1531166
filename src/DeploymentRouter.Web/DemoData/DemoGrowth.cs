using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.DemoData;

/// <summary>How an invented deployment grew since the TAM has it.</summary>
/// <param name="Days">So long ago it was filed.</param>
/// <param name="Falls">The last reading fell by this part: people left.</param>
/// <param name="SilentDays">So long ago the last reading was taken.</param>
internal sealed record DemoGrowth(int Days, int UsersFrom, int UsersTo, int RepositoriesFrom, int RepositoriesTo, double Falls = 0, int SilentDays = 3)
{
    private const int DaysBetween = 30;

    /// <summary>Reads it month by month, not quite on a line.</summary>
    public void Tell(Request request, DemoStory story, DateTime now, Random random)
    {
        var from = DateOnly.FromDateTime(story.At);
        var to = DateOnly.FromDateTime(now).AddDays(-SilentDays);
        var first = to;
        while (first.AddDays(-DaysBetween) > from) first = first.AddDays(-DaysBetween);
        if (first <= from) return;
        var tam = story.Of(request.Current.TeamId, request.Current.Assignee?.PersonId);
        for (var on = first; on <= to; on = on.AddDays(DaysBetween))
        {
            var part = first == to ? 1 : (double)(on.DayNumber - first.DayNumber) / (to.DayNumber - first.DayNumber);
            var fallen = on == to ? 1 - Falls : 1;
            var (users, repositories) = (Count(UsersFrom, UsersTo, part, fallen, random), Count(RepositoriesFrom, RepositoriesTo, part, fallen, random));
            var day = on;
            // Entered the morning after.
            story.DoAt(on.ToDateTime(new TimeOnly(9, 12), DateTimeKind.Utc).AddDays(1), at => request.RecordReading(day, users, repositories, "Licence report", tam, at));
        }
    }

    private static long Count(int from, int to, double part, double fallen, Random random)
    {
        var wobble = part is 0 or 1 ? 0 : (random.NextDouble() - .5) * .12 * (to - from);
        return (long)((from + (to - from) * part + wobble) * fallen);
    }

    /// <summary>The one reading with which an account leaves the growth watch.</summary>
    public static void LastReading(Request request, DemoStory story, Stage stage, Random random)
    {
        if (!stage.WatchesGrowth || request.Growth is not null) return;
        var tam = story.Owner();
        story.Do(1, at => request.RecordReading(DateOnly.FromDateTime(at), 18_000 + random.Next(1_900), 120_000 + random.Next(40_000), "Licence report", tam, at));
    }
}
