using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Clocks;

/// <summary>What does not count for a promise.</summary>
internal static class PromisePauses
{
    /// <summary>
    /// For a promise from a date, of which stays before this one have used a part: every hold, every stay to which a review sent it
    /// back, and every time nobody had it. For one from the beginning of a stay, its own holds are enough.
    /// </summary>
    public static IReadOnlyList<Pause> SinceFiling(StageVisit visit)
    {
        var pauses = visit.Pauses.ToList();
        for (var stay = visit; stay.Before is { } before; stay = before)
        {
            if (stay != visit && before.End is StageEnd.SentBack) pauses.Add(new Pause(stay.StartedAt, stay.EndedAt, "Sent back"));
            if (before.EndedAt < stay.StartedAt) pauses.Add(new Pause(before.EndedAt.Value, stay.StartedAt, "Withdrawn"));
            pauses.AddRange(before.Pauses);
        }

        return pauses;
    }
}
