namespace DeploymentRouter.Web.Hosting;

/// <summary>The installation cannot start as it is configured. The message is what its keeper reads: what is wrong and what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
