namespace DeploymentRouter.Web.Components.Parts;

public enum IconName
{
    /// <summary>Done: a tick in a circle.</summary>
    Done,

    /// <summary>Under way: a half-filled circle.</summary>
    Half,

    /// <summary>Not started.</summary>
    Open,

    /// <summary>Cannot start yet, may not be needed, or left open.</summary>
    Dashed,

    /// <summary>A struck circle.</summary>
    RuledOut,

    /// <summary>Look here.</summary>
    Triangle,
    Info,
    Tick,
    Arrow,
    ChevronRight,
    ChevronDown,
    Search,
    Menu,
    Close,
    Copy,
    Bell,
    Comment,
    More,
    Plus,
    Person,
    Pin,
}
