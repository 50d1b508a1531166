using System.Globalization;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.Api.Limits;

/// <summary>How many calls of the API are answered, each in a minute.</summary>
/// <param name="PerToken">Of one token.</param>
/// <param name="PerOwner">Of all tokens of one person, or of one team.</param>
/// <param name="PerAddress">Without a token that counts, from one address or IPv6 network.</param>
/// <param name="InTotal">Of all tokens together.</param>
/// <param name="WithoutToken">Of all together that show no token that counts. They take nothing of what is there for the others.</param>
internal sealed record CallLimits(int PerToken, int PerOwner, int PerAddress, int InTotal, int WithoutToken)
{
    private const string Section = "Api:CallsPerMinute";
    private const int Most = 10_000_000;

    /// <exception cref="StartRefusedException">A limit is not a number that can be kept to.</exception>
    public static CallLimits Of(IConfiguration configuration) => new(
        Read(configuration, nameof(PerToken), 600),
        Read(configuration, nameof(PerOwner), 1_200),
        Read(configuration, nameof(PerAddress), 60),
        Read(configuration, nameof(InTotal), 6_000),
        Read(configuration, nameof(WithoutToken), 1_200));

    private static int Read(IConfiguration configuration, string name, int usual)
    {
        var text = configuration[$"{Section}:{name}"];
        if (string.IsNullOrEmpty(text)) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls is > 0 and <= Most
            ? calls
            : throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture, $"DeploymentRouter does not start: {Section}:{name} is “{text}”. Enter a whole number from 1 to {Most:N0}."));
    }
}
