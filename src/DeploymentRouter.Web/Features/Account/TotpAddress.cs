namespace DeploymentRouter.Web.Features.Account;

/// <summary>A key as authenticator apps scan it, and as people type it.</summary>
public static class TotpAddress
{
    private const string Issuer = "DeploymentRouter";
    private const int GroupLength = 4;

    public static string Of(string account, string key) => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Issuer}";

    public static string Grouped(string key) => string.Join(' ', key.Chunk(GroupLength).Select(group => new string(group)));
}
