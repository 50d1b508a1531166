using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DeploymentRouter.Persistence.Sharing;

/// <summary>The part of a status link that cannot be guessed: 256 random bits.</summary>
internal static class StatusSecret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    // A secret of 256 random bits needs no slow hash: there is nothing to guess from.
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
