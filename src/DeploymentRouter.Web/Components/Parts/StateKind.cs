namespace DeploymentRouter.Web.Components.Parts;

/// <summary>The states that work and answers can be in. Each is an icon and a word, never a colour alone.</summary>
public enum StateKind
{
    Done,
    InProgress,
    NotStarted,
    CannotStart,
    RuledOut,
    NeedsYou,
    Refused,
    Information,
}

public static class StateLook
{
    public static (IconName Icon, string Class) Of(StateKind kind) => kind switch
    {
        StateKind.Done => (IconName.Done, "ok"),
        StateKind.InProgress => (IconName.Half, ""),
        StateKind.NotStarted => (IconName.Open, ""),
        StateKind.CannotStart => (IconName.Dashed, "faint"),
        StateKind.RuledOut => (IconName.RuledOut, "faint"),
        StateKind.NeedsYou => (IconName.Triangle, "warn"),
        StateKind.Refused => (IconName.Triangle, "late"),
        StateKind.Information => (IconName.Info, "info"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such state."),
    };
}
