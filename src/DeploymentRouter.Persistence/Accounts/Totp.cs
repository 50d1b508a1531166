using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Codes of an authenticator app: six digits that change every 30 seconds (RFC 6238 with SHA-1, which is what the apps know).</summary>
public static class Totp
{
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The time step that a code belongs to, now or one step off; null: to none.</summary>
    public static long? StepOf(byte[] key, string code, DateTimeOffset now)
    {
        var step = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var one = step - 1; one <= step + 1; one++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, one)), System.Text.Encoding.UTF8.GetBytes(code)))
                found = one;
        }

        return found;
    }

    /// <summary>The code of a moment.</summary>
    public static string At(byte[] key, DateTimeOffset moment) => Code(key, moment.ToUnixTimeSeconds() / StepSeconds);

    private static string Code(byte[] key, long step)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // The apps know no other.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, message, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
