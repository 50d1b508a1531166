using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Accounts;

/// <summary>A mail address as an account is known by.</summary>
public static class MailAddress
{
    public const int MaxLength = 256;

    /// <summary>The address without what surrounds it; null: it cannot be one.</summary>
    public static string? Tidy(string? typed)
    {
        var text = typed?.Trim() ?? "";
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var isOne = text.Length <= MaxLength && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && TextCheck.IsLine(text)
            && !text.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or ',' or ';');
        return isOne ? text : null;
    }

    /// <summary>As Identity compares it; null: it cannot be an address.</summary>
    public static string? Normal(string? typed) => Tidy(typed)?.Normalize().ToUpperInvariant();
}
