using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DeploymentRouter.Web.Tests.Hostile;

/// <summary>A call written byte by byte: a decent client would refuse to send most of these.</summary>
internal sealed record RawCall(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The status and all that came back; status 0: the connection was closed without an answer.</summary>
    public async Task<(int Status, string Answer)> SendAsync(Uri server)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, patience.Token);
        await using var stream = client.GetStream();
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\nContent-Length: {Body.Length.ToString(CultureInfo.InvariantCulture)}\r\n");
        foreach (var (name, value) in Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), patience.Token);
            await stream.WriteAsync(Body, patience.Token);
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // A body that is too large is cut off; what was answered before counts.
            try
            {
                await stream.CopyToAsync(answer, patience.Token);
            }
            catch (IOException)
            {
                // Nothing more comes.
            }
        }

        var text = Encoding.UTF8.GetString(answer.ToArray());
        return (text.Length > 12 && int.TryParse(text.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0, text);
    }

    public override string ToString() =>
        $"{Method} {Target} [{string.Join(", ", Headers.Where(one => one.Name is not ("Authorization" or "Cookie")).Select(one => $"{one.Name}: {one.Value}"))}] {Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 600)))}";
}
