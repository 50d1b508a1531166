namespace DeploymentRouter.Web.Hosting;

public static class HeadRequests
{
    /// <summary>Answers HEAD like GET without the body: pages know only GET, and link checkers and monitors would be told that they are missing.</summary>
    public static void UseHeadRequests(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Response.Body = body;
        }
    });
}
