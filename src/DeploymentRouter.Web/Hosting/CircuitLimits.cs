using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace DeploymentRouter.Web.Hosting;

/// <summary>How many pages may be open at once, and what is kept of one whose connection is lost.</summary>
/// <param name="PerPerson">Open pages of one person.</param>
/// <param name="Total">Open pages of everybody.</param>
/// <param name="DisconnectedRetained">How many pages are kept as they are whose connection is lost.</param>
/// <param name="DisconnectedMinutes">For how long they are.</param>
/// <param name="MaxMessageBytes">The longest message that a page may send.</param>
public sealed record CircuitLimits(
    int PerPerson = 50, int Total = 5_000, int DisconnectedRetained = 200, int DisconnectedMinutes = 3, long MaxMessageBytes = 512 * 1024)
{
    /// <summary>The section of the configuration that may say otherwise.</summary>
    public const string Section = "Circuits";

    private const int MostCalls = 10;

    /// <exception cref="StartRefusedException">A limit is not a number, or would let nobody in.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        var limits = Read(builder.Configuration.GetSection(Section));
        builder.Services.AddSingleton(limits);
        builder.Services.AddSingleton<OpenCircuits>();
        builder.Services.AddScoped<CircuitHandler, CircuitCounter>();
        builder.Services.Configure<CircuitOptions>(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = limits.DisconnectedRetained;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(limits.DisconnectedMinutes);
            circuits.MaxBufferedUnacknowledgedRenderBatches = MostCalls;
        });
        // A text that is too long for its field must arrive, so that its writer is told; at the default the connection would break instead.
        builder.Services.Configure<HubOptions>(hub => hub.MaximumReceiveMessageSize = limits.MaxMessageBytes);
    }

    private static CircuitLimits Read(IConfigurationSection section)
    {
        try
        {
            var limits = section.Get<CircuitLimits>() ?? new CircuitLimits();
            if (limits is { PerPerson: > 0, Total: > 0, DisconnectedRetained: >= 0, DisconnectedMinutes: > 0, MaxMessageBytes: > 0 }) return limits;
        }
        catch (InvalidOperationException)
        {
            // Told below, as a number that is too small is.
        }

        throw new StartRefusedException($"DeploymentRouter does not start: {Section} holds something that is no whole number above 0. docs/security.md lists its settings.");
    }
}
