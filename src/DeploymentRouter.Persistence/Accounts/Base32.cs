namespace DeploymentRouter.Persistence.Accounts;

/// <summary>Bytes as people and authenticator apps take them (RFC 4648, without padding).</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfLetter = 5;
    private const int BitsOfByte = 8;
    private const int GroupLength = 4;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = (buffer << BitsOfByte | one, bits + BitsOfByte);
            for (; bits >= BitsOfLetter; bits -= BitsOfLetter) text.Append(Alphabet[buffer >> (bits - BitsOfLetter) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[buffer << (BitsOfLetter - bits) & 31]);
        return text.ToString();
    }

    /// <summary>In groups of four, as people read and type it.</summary>
    public static string Grouped(string text, char between) => string.Join(between, text.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>What somebody typed, without the groups and in capitals, as it was before.</summary>
    public static string Typed(string? text) => string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether it is one of the 32 letters and digits.</summary>
    public static bool Has(char letter) => Alphabet.Contains(letter, StringComparison.Ordinal);

    public static byte[] ToBytes(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in text)
        {
            (buffer, bits) = (buffer << BitsOfLetter | Alphabet.IndexOf(letter, StringComparison.Ordinal), bits + BitsOfLetter);
            if (bits < BitsOfByte) continue;
            bits -= BitsOfByte;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
