namespace DeploymentRouter.Web.Tests.Api.Client;

public sealed class GeneratedClientTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_generated_client_files_a_request_reads_it_acts_on_it_and_meets_a_refusal()
    {
        var program = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Api", "Client", "UsesTheClient.txt"));
        var assembly = GeneratedClient.Compile(await GeneratedClient.CodeAsync(app.Services), program);
        using var api = await app.ApiAsync("wren-lanternby");

        var said = await (Task<string>)assembly.GetType("UsesTheClient")!.GetMethod("RunAsync")!.Invoke(null, [api])!;

        Assert.StartsWith("Wren Lanternby met NotWithdrawn: ", said, StringComparison.Ordinal);
    }
}
