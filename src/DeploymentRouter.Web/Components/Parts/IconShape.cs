namespace DeploymentRouter.Web.Components.Parts;

/// <summary>The drawing of each icon, in a 16 by 16 box.</summary>
public static class IconShape
{
    private const string Circle = """<circle cx="8" cy="8" r="6.25"/>""";
    private const string DashedCircle = """<circle cx="8" cy="8" r="6.25" stroke-dasharray="2 2.6"/>""";

    public static string Of(IconName name) => name switch
    {
        IconName.Done => Circle + """<path d="m5.2 8.3 2 2 3.6-4.3"/>""",
        IconName.Half => Circle + """<path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" stroke="none"/>""",
        IconName.Open => Circle,
        IconName.Dashed => DashedCircle,
        IconName.RuledOut => Circle + """<path d="m3.7 12.3 8.6-8.6"/>""",
        IconName.Triangle => """<path d="M8 2.2 14.4 13.3H1.6z"/><path d="M8 6.4v3.2M8 11.4v.1"/>""",
        IconName.Info => Circle + """<path d="M8 7.4v3.4M8 5.1v.1"/>""",
        IconName.Tick => """<path d="m3.5 8.5 3 3 6-7"/>""",
        IconName.Arrow => """<path d="M3 8h10M9 4l4 4-4 4"/>""",
        IconName.ChevronRight => """<path d="m6 4 4 4-4 4"/>""",
        IconName.ChevronDown => """<path d="m4 6 4 4 4-4"/>""",
        IconName.Search => """<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>""",
        IconName.Menu => """<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>""",
        IconName.Close => """<path d="m4.5 4.5 7 7m0-7-7 7"/>""",
        IconName.Copy => """<path d="M5.5 5.5h7.5V13H5.5z"/><path d="M10.5 5.5V3H3v7.5h2.5"/>""",
        IconName.Bell => """<path d="M4 11.5V7.2a4 4 0 0 1 8 0v4.3l1 .9H3zM6.8 14h2.4"/>""",
        IconName.Comment => """<path d="M2.5 3.5h11v7.5H7l-3 2.5V11H2.5z"/>""",
        IconName.More => """<path d="M3.5 8h.1M8 8h.1M12.5 8h.1" stroke-width="2.4"/>""",
        IconName.Plus => """<path d="M8 3v10M3 8h10"/>""",
        IconName.Person => """<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 13.5a5.2 5.2 0 0 1 10.4 0"/>""",
        IconName.Pin => """<path d="M6 2.5h4l-.6 4.2L12 9.5H4l2.6-2.8zM8 9.5v4.5"/>""",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such icon."),
    };
}
