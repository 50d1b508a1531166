using DeploymentRouter.Web.Theme;
using MudBlazor;
using MudBlazor.Utilities;

namespace DeploymentRouter.Web.Tests.Theme;

public sealed class RouterThemeTests
{
    public static TheoryData<string, string> Fields => new()
    {
        { nameof(Palette.Primary), "accent" },
        { nameof(Palette.Secondary), "accent" },
        { nameof(Palette.Tertiary), "accent" },
        { nameof(Palette.DrawerIcon), "accent" },
        { nameof(Palette.PrimaryDarken), "accent-hover" },
        { nameof(Palette.PrimaryLighten), "accent-hover" },
        { nameof(Palette.PrimaryContrastText), "on-accent" },
        { nameof(Palette.SecondaryContrastText), "on-accent" },
        { nameof(Palette.TertiaryContrastText), "on-accent" },
        { nameof(Palette.InfoContrastText), "on-accent" },
        { nameof(Palette.SuccessContrastText), "on-accent" },
        { nameof(Palette.WarningContrastText), "on-accent" },
        { nameof(Palette.ErrorContrastText), "on-accent" },
        { nameof(Palette.Success), "ok" },
        { nameof(Palette.Warning), "warn" },
        { nameof(Palette.Error), "late" },
        { nameof(Palette.Info), "info" },
        { nameof(Palette.Background), "page" },
        { nameof(Palette.BackgroundGray), "sunken" },
        { nameof(Palette.Surface), "surface" },
        { nameof(Palette.DrawerBackground), "surface" },
        { nameof(Palette.AppbarBackground), "surface" },
        { nameof(Palette.TextPrimary), "text" },
        { nameof(Palette.AppbarText), "text" },
        { nameof(Palette.DrawerText), "text" },
        { nameof(Palette.TextSecondary), "muted" },
        { nameof(Palette.ActionDefault), "muted" },
        { nameof(Palette.TextDisabled), "faint" },
        { nameof(Palette.ActionDisabled), "faint" },
        { nameof(Palette.ActionDisabledBackground), "sunken" },
        { nameof(Palette.Skeleton), "sunken" },
        { nameof(Palette.TableStriped), "sunken" },
        { nameof(Palette.LinesDefault), "hair" },
        { nameof(Palette.Divider), "hair" },
        { nameof(Palette.DividerLight), "hair" },
        { nameof(Palette.TableLines), "hair" },
        { nameof(Palette.LinesInputs), "field" },
        { nameof(Palette.TableHover), "hover" },
        { nameof(Palette.Dark), "text" },
        { nameof(Palette.DarkContrastText), "surface" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void MudBlazor_wears_the_tokens_in_both_themes(string field, string token)
    {
        var (light, dark) = Tokens.Read()[token];

        Assert.Equal(light, Hex(RouterTheme.Mud.PaletteLight, field));
        Assert.Equal(dark, Hex(RouterTheme.Mud.PaletteDark, field));
    }

    [Fact]
    public void MudBlazor_has_our_corners_bar_and_button_letters()
    {
        Assert.Equal("4px", RouterTheme.Mud.LayoutProperties.DefaultBorderRadius);
        Assert.Equal("48px", RouterTheme.Mud.LayoutProperties.AppbarHeight);
        Assert.Equal("none", RouterTheme.Mud.Typography.Button.TextTransform);
        Assert.Equal(0, RouterTheme.Mud.PaletteLight.RippleOpacity);
    }

    private static string Hex(Palette palette, string field)
    {
        var value = typeof(Palette).GetProperty(field)!.GetValue(palette);
        return (value as MudColor ?? new MudColor((string)value!)).ToString(MudColorOutputFormats.Hex);
    }
}
