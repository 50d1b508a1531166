namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>Tests that say by an environment variable where the data is, or look there: one after the other, because they share one process.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessEnvironment
{
    public const string Name = "environment";
}
