using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>
/// The text of an access token: a prefix that says what it is, 32 random bytes in hexadecimal, and 8 digits that check the rest, so that
/// a secret scanner knows a token from a random word without asking anybody.
/// </summary>
public static class TokenKey
{
    public const string PersonPrefix = "drp_";
    public const string TeamPrefix = "drt_";

    /// <summary>What a scanner looks for.</summary>
    public const string Pattern = "dr[pt]_[0-9a-f]{72}";

    private const int SecretLength = 64;
    private const int CheckLength = 8;
    private const int Length = 4 + SecretLength + CheckLength;

    /// <summary>A new key.</summary>
    /// <param name="prefix"><see cref="PersonPrefix"/> or <see cref="TeamPrefix"/>.</param>
    public static string New(string prefix)
    {
        var body = prefix + RandomNumberGenerator.GetHexString(SecretLength, lowercase: true);
        return body + Check(body);
    }

    /// <summary>Whether a text can be a key at all; most of what is not one is told here, without a look into the database.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length == Length
        && (text.StartsWith(PersonPrefix, StringComparison.Ordinal) || text.StartsWith(TeamPrefix, StringComparison.Ordinal))
        && text.AsSpan(Length - CheckLength).SequenceEqual(Check(text[..^CheckLength]));

    private static string Check(string body) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(body))).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
