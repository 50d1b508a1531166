using System.Buffers.Text;
using System.Security.Cryptography;

namespace DeploymentRouter.Persistence.Sharing;

/// <summary>The part of a status link that cannot be guessed: 256 random bits.</summary>
internal static class StatusSecret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
