using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Reporting;

/// <summary>In what steps a report goes through its days.</summary>
public enum ReportStep
{
    Month,

    /// <summary>From Monday to Sunday.</summary>
    Week,
}

/// <summary>What a report is about. Days are those of UTC.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="StrategyId">Only requests with this strategy; null: all.</param>
/// <param name="TeamId">Only requests of which this team has had the ball, and only its stays; null: all.</param>
public sealed record ReportQuestion(DateOnly From, DateOnly To, ReportStep Step = ReportStep.Month, string? StrategyId = null, string? TeamId = null)
{
    /// <summary>Longest span in days: five years.</summary>
    public const int MostDays = 1_827;

    /// <summary>Why there is no such report; null: there is.</summary>
    public Refusal? Problem() =>
        To < From ? new Refusal("SpanInvalid", "The last day is before the first one.")
        : To.DayNumber - From.DayNumber >= MostDays ? new Refusal("SpanTooLong", "Choose five years or less.")
        : null;

    /// <summary>Whether a moment (UTC) lies in the span.</summary>
    public bool Has(DateTime at) => DateOnly.FromDateTime(at) is var day && day >= From && day <= To;

    /// <summary>The steps, oldest first; the first and the last are cut off where the span begins and ends.</summary>
    public IEnumerable<(DateOnly From, DateOnly To)> Periods()
    {
        for (var first = From; first <= To;)
        {
            var last = EndOf(first);
            if (last >= To) last = To;
            yield return (first, last);
            if (last == DateOnly.MaxValue) yield break;
            first = last.AddDays(1);
        }
    }

    // Sunday is 0.
    private DateOnly EndOf(DateOnly day)
    {
        var left = Step is ReportStep.Week ? (7 - (int)day.DayOfWeek) % 7 : DateTime.DaysInMonth(day.Year, day.Month) - day.Day;
        return left > DateOnly.MaxValue.DayNumber - day.DayNumber ? DateOnly.MaxValue : day.AddDays(left);
    }
}
