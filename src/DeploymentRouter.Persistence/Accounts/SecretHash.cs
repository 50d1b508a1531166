using System.Security.Cryptography;
using System.Text;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>What is kept of a secret that a machine made: 256 random bits leave nothing to guess, so a fast hash hides them as well as a slow one.</summary>
internal static class SecretHash
{
    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
