using MudBlazor;

namespace DeploymentRouter.Web.Theme;

/// <summary>What MudBlazor's inputs, menus and dialogs wear: the tokens, and nothing of its own.</summary>
public static class RouterTheme
{
    public static MudTheme Mud { get; } = new()
    {
        PaletteLight = Dressed(new PaletteLight(), ThemeColors.Light),
        PaletteDark = Dressed(new PaletteDark(), ThemeColors.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "48px" },
        Typography = ThemeType.Typography,
    };

    private static T Dressed<T>(T palette, ThemeColors token) where T : Palette
    {
        palette.Primary = palette.Secondary = palette.Tertiary = palette.DrawerIcon = token.Accent;
        palette.PrimaryDarken = palette.SecondaryDarken = palette.TertiaryDarken = token.AccentHover;
        palette.PrimaryLighten = palette.SecondaryLighten = palette.TertiaryLighten = token.AccentHover;
        palette.PrimaryContrastText = palette.SecondaryContrastText = palette.TertiaryContrastText = token.OnAccent;
        palette.SuccessContrastText = palette.WarningContrastText = palette.ErrorContrastText = palette.InfoContrastText = token.OnAccent;
        palette.Success = token.Ok;
        palette.Warning = token.Warn;
        palette.Error = token.Late;
        palette.Info = token.Info;
        palette.Background = token.Page;
        palette.BackgroundGray = palette.ActionDisabledBackground = palette.Skeleton = palette.TableStriped = token.Sunken;
        palette.Surface = palette.DrawerBackground = palette.AppbarBackground = token.Surface;
        palette.TextPrimary = palette.AppbarText = palette.DrawerText = token.Text;
        palette.TextSecondary = palette.ActionDefault = token.Muted;
        palette.TextDisabled = palette.ActionDisabled = token.Faint;
        palette.LinesDefault = palette.Divider = palette.DividerLight = palette.TableLines = token.Hair;
        palette.LinesInputs = token.Field;
        palette.TableHover = token.Hover;
        palette.Dark = token.Text;
        palette.DarkContrastText = token.Surface;
        palette.HoverOpacity = .06;
        palette.RippleOpacity = palette.RippleOpacitySecondary = 0;
        return palette;
    }
}
