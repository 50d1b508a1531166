using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Core.Growth;

/// <summary>How near a One-Click deployment is to outgrowing its machine; the higher, the nearer.</summary>
public enum GrowthState
{
    Green,

    /// <summary>Nothing was read yet: nobody knows.</summary>
    NoReading,
    Amber,
    Red,
    Over,
}

/// <summary>A deployment held against the playbook's limits and triggers on one day.</summary>
/// <param name="Users">Null, like <paramref name="Repositories"/>: nothing was read yet.</param>
public sealed record Outlook(GrowthState State, DateOnly Today, GrowthTriggers Triggers, FigureOutlook? Users, FigureOutlook? Repositories)
{
    public static Outlook Of(GrowthFacts? facts, GrowthTriggers triggers, DateOnly today)
    {
        if (facts is null) return new Outlook(GrowthState.NoReading, today, triggers, null, null);
        var outlook = new Outlook(
            GrowthState.Green,
            today,
            triggers,
            new FigureOutlook("users", facts.On, facts.Users, triggers.UsersLimit),
            new FigureOutlook("repositories", facts.On, facts.Repositories, triggers.RepositoriesLimit));
        return outlook with { State = outlook.Judge() };
    }

    /// <summary>Day of the latest reading.</summary>
    public DateOnly? ReadOn => Users?.On;

    /// <summary>The figure that uses most of its limit; users when both use the same.</summary>
    public FigureOutlook? Fullest => Users is null || Users.Utilisation >= Repositories!.Utilisation ? Users : Repositories;

    /// <summary>The figure that reaches its limit first; null: neither is in sight.</summary>
    public FigureOutlook? Nearest => new[] { Users, Repositories }.Where(figure => figure?.ReachedOn is not null).MinBy(figure => figure!.ReachedOn);

    public DateOnly? ReachedOn => Nearest?.ReachedOn;

    /// <summary>Days from today to the limit, negative once the line has crossed it; null: not in sight.</summary>
    public int? DaysToLimit => ReachedOn is { } on ? on.DayNumber - Today.DayNumber : null;

    /// <summary>The larger of the two figures, each divided by its limit; 1 is the limit itself.</summary>
    public double Utilisation => Fullest?.Utilisation ?? 0;

    /// <summary>Days since the latest reading; null: none.</summary>
    public int? AgeDays => ReadOn is { } on ? Today.DayNumber - on.DayNumber : null;

    /// <summary>Whether a new reading is due: none yet, or the latest is older than the playbook allows.</summary>
    public bool IsReadingOverdue => AgeDays is null || AgeDays > Triggers.ReadingEveryDays;

    /// <summary>The figure above its limit; null: neither is, or it was cleared.</summary>
    public FigureOutlook? Over => new[] { Users, Repositories }.FirstOrDefault(figure => figure is { IsOver: true });

    /// <summary>Whether the latest reading is within both limits again, so that "over" can be cleared by hand.</summary>
    public bool IsBackWithin => Over is not null && Users!.Count <= Users.Limit && Repositories!.Count <= Repositories.Limit;

    /// <summary>Whether a trigger's share of the limit is used.</summary>
    internal bool Uses(GrowthThreshold trigger) => Users!.Uses(trigger.UtilisationPercent) || Repositories!.Uses(trigger.UtilisationPercent);

    private GrowthState Judge() =>
        Over is not null ? GrowthState.Over
        : IsReached(Triggers.Red) ? GrowthState.Red
        : IsReached(Triggers.Amber) ? GrowthState.Amber
        : GrowthState.Green;

    private bool IsReached(GrowthThreshold trigger) => Uses(trigger) || DaysToLimit <= trigger.DaysToLimit;
}
