using MudBlazor;

namespace DeploymentRouter.Web.Theme;

/// <summary>Four sizes, two weights, the system's own font.</summary>
internal static class ThemeType
{
    private const string Small = "14px";

    public static Typography Typography { get; } = new()
    {
        Default = Dressed(new DefaultTypography(), Small, "1.43"),
        H1 = Dressed(new H1Typography(), "24px", "32px", strong: true),
        H2 = Dressed(new H2Typography(), "16px", "24px", strong: true),
        H3 = Dressed(new H3Typography(), Small, "20px", strong: true),
        Subtitle1 = Dressed(new Subtitle1Typography(), "16px", "24px", strong: true),
        Body1 = Dressed(new Body1Typography(), Small, "20px"),
        Body2 = Dressed(new Body2Typography(), Small, "20px"),
        Caption = Dressed(new CaptionTypography(), "12px", "16px"),
        Button = Dressed(new ButtonTypography(), Small, "20px", strong: true),
    };

    private static T Dressed<T>(T type, string size, string line, bool strong = false) where T : BaseTypography
    {
        type.FontFamily = ["var(--font)"];
        type.FontSize = size;
        type.LineHeight = line;
        type.FontWeight = strong ? "600" : "400";
        type.LetterSpacing = "normal";
        type.TextTransform = "none";
        return type;
    }
}
