namespace DeploymentRouter.Web.Features.Account;

/// <summary>A key as authenticator apps scan it.</summary>
public static class TotpAddress
{
    private const string Issuer = "DeploymentRouter";

    public static string Of(string account, string key) => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Issuer}";
}
