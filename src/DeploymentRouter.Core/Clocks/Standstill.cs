using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Core.Clocks;

/// <summary>A time during which a clock stands still; UTC, half open.</summary>
internal readonly record struct Standstill(DateTime From, DateTime Until)
{
    /// <summary>What pauses keep from counting after <paramref name="start"/>, oldest first, overlaps counted once; a running one lasts until now.</summary>
    public static IReadOnlyList<Standstill> Of(IReadOnlyList<Pause> pauses, DateTime start, DateTime now)
    {
        var merged = new List<Standstill>();
        foreach (var pause in pauses.OrderBy(pause => pause.From))
        {
            var still = new Standstill(pause.From < start ? start : pause.From, pause.Until ?? now);
            if (still.Until <= still.From) continue;
            if (merged is not [.., var last] || still.From > last.Until) merged.Add(still);
            else if (still.Until > last.Until) merged[^1] = last with { Until = still.Until };
        }

        return merged;
    }
}
