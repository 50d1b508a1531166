using System.Text.Json;
using Microsoft.Playwright;

namespace DeploymentRouter.Browser.Tests;

/// <summary>What a page costs on the wire, as the browser's own network log counts it.</summary>
internal sealed class Wire
{
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly List<(string Address, long Bytes)> _fetched = [];

    public IReadOnlyList<(string Address, long Bytes)> Fetched => _fetched;

    public long Bytes => _fetched.Sum(f => f.Bytes);

    public static async Task<Wire> TapAsync(IPage page)
    {
        var wire = new Wire();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.responseReceived").OnEvent += (_, e) => wire.Answered(e!.Value);
        session.Event("Network.loadingFinished").OnEvent += (_, e) => wire.Finished(e!.Value);
        await session.SendAsync("Network.enable");
        return wire;
    }

    private void Answered(JsonElement e) =>
        _addresses[e.GetProperty("requestId").GetString()!] = e.GetProperty("response").GetProperty("url").GetString()!;

    // What comes out of the browser's cache finishes with no bytes.
    private void Finished(JsonElement e)
    {
        var bytes = (long)e.GetProperty("encodedDataLength").GetDouble();
        if (bytes > 0 && _addresses.TryGetValue(e.GetProperty("requestId").GetString()!, out var address)) _fetched.Add((address, bytes));
    }
}
