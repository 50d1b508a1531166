using System.Security.Cryptography;
using System.Text;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.SignIn.SingleSignOn;

namespace DeploymentRouter.Web.SignIn.SetUp;

/// <summary>The code that opens the set-up page: printed to the log, good until an administrator exists or the process ends.</summary>
public sealed class SetUpCode(FirstAdministrator first)
{
    private const int Bytes = 20;

    private readonly string _code = Base32.Of(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>In groups, as it is printed.</summary>
    public string Text => Base32.Grouped(_code, '-');

    public bool Is(string? typed)
    {
        var code = Base32.Typed(typed);
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.ASCII.GetBytes(code)), SHA256.HashData(Encoding.ASCII.GetBytes(_code)));
    }

    /// <summary>Whether there is anything to set up.</summary>
    public Task<bool> IsNeededAsync(CancellationToken cancel) => first.IsMissingAsync(cancel);
}

public static class SetUpStart
{
    /// <summary>Prints the code when nobody looks after this installation yet.</summary>
    public static async Task AnnounceSetUpAsync(this WebApplication app)
    {
        var code = app.Services.GetRequiredService<SetUpCode>();
        if (!app.Services.GetRequiredService<WaysIn>().HasLocal || !await code.IsNeededAsync(CancellationToken.None)) return;
        app.Logger.LogWarning("There is no administrator yet. Open {Path} and enter this code: {Code}", SetUpPage.Path, code.Text);
    }
}
