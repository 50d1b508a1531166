using DeploymentRouter.Persistence.Auditing;

namespace DeploymentRouter.Web.Features.Auditing;

public static class AuditText
{
    /// <summary>The area of a kind as people read it; one that is unknown by now as it is kept.</summary>
    public static string Area(string kind)
    {
        var area = AuditKinds.AreaOf(kind);
        return AuditKinds.Areas.FirstOrDefault(one => one.Id == area).Label ?? area;
    }
}
