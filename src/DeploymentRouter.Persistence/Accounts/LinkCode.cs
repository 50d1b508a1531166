using System.Security.Cryptography;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>The text of a one-time link: 32 random bytes in hexadecimal.</summary>
public static class LinkCode
{
    private const int Length = 64;

    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    /// <summary>The page that the link opens, within the installation.</summary>
    public static string Path(string code) => $"welcome?code={code}";
}
