using System.Security.Cryptography;
using System.Text;

namespace DeploymentRouter.Persistence.Webhooks;

/// <summary>What messages are signed with, as Standard Webhooks has it (www.standardwebhooks.com): <c>whsec_</c> and 256 random bits in base64.</summary>
public static class WebhookSecret
{
    public const string Prefix = "whsec_";
    private const string Version = "v1,";
    private const int Bytes = 32;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A signature as the header carries it.</summary>
    /// <param name="timestamp">Seconds since 1970.</param>
    public static string Sign(string secret, string id, long timestamp, string body)
    {
        var key = Convert.FromBase64String(secret[Prefix.Length..]);
        var signed = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{timestamp}.{body}"));
        return Version + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}

/// <summary>Seals secrets for the database and opens them again; with which keys, the application says.</summary>
/// <param name="Open">Throws <see cref="CryptographicException"/> where the key is gone.</param>
public sealed record SecretSeal(Func<string, string> Seal, Func<string, string> Open);
