namespace DeploymentRouter.Browser.Tests.Scripts;

/// <summary>A site of its own: what is stored in it would stand in every other test's way.</summary>
public sealed class ScriptSite : Site
{
    private Planted? _planted;

    /// <summary>What is stored here, once for all tests.</summary>
    internal async Task<Planted> PlantedAsync() => _planted ??= await Planting.EverywhereAsync(this);
}
