using System.Text;
using DeploymentRouter.Persistence.Accounts;

namespace DeploymentRouter.Persistence.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the last six of the eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_vectors_of_the_standard_hold(long seconds, string code) => Assert.Equal(code, Totp.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void One_step_off_counts_and_two_do_not()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        foreach (var (off, counts) in new[] { (-60, false), (-30, true), (0, true), (30, true), (60, false) })
            Assert.Equal(counts, Totp.StepOf(Key, Totp.At(Key, now.AddSeconds(off)), now) is not null);
    }

    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_the_standard_says(string bytes, string text)
    {
        Assert.Equal(text, Base32.Of(Encoding.ASCII.GetBytes(bytes)));
        Assert.Equal(bytes, Encoding.ASCII.GetString(Base32.ToBytes(text)));
    }
}
