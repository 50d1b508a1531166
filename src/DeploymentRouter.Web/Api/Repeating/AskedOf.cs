using System.Security.Cryptography;
using System.Text;

namespace DeploymentRouter.Web.Api.Repeating;

/// <summary>All that makes two calls the same call.</summary>
internal static class AskedOf
{
    private const int InMemory = 64 * 1024;
    private const int Piece = 16 * 1024;

    /// <summary>Reads the whole body, so that it can be read once more.</summary>
    public static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Lengths would be needed if a part could hold a line break; none of these can.
        string[] parts = [request.Method, request.Path, request.QueryString.Value ?? "", request.ContentType ?? "", request.Headers.IfMatch.ToString()];
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', parts) + "\n"));
        request.EnableBuffering(InMemory);
        var piece = new byte[Piece];
        for (int read; (read = await request.Body.ReadAsync(piece, cancel)) > 0;) hash.AppendData(piece, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
