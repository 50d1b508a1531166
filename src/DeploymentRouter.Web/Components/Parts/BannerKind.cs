namespace DeploymentRouter.Web.Components.Parts;

public enum BannerKind
{
    Info,
    Warn,
    Late,
}
