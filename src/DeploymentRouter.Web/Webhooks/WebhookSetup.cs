using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace DeploymentRouter.Web.Webhooks;

/// <summary>Tells other systems what happens: what may be reached, what messages are signed with, and who sends them.</summary>
public static class WebhookSetup
{
    /// <summary>Names and addresses that are reached wherever they lead, separated by commas.</summary>
    public const string AllowedHosts = "Webhooks:AllowedHosts";

    /// <summary>Whether private networks are reached.</summary>
    public const string AllowPrivateNetworks = "Webhooks:AllowPrivateNetworks";

    /// <summary>Where people reach the application, so that messages carry whole addresses.</summary>
    public const string PublicAddress = "Webhooks:PublicAddress";

    private const string Purpose = "webhook secret";

    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(SettingsFrom(builder.Configuration, builder.Environment.IsDevelopment()));
        builder.Services.AddSingleton(services =>
        {
            var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
            return new SecretSeal(protector.Protect, protector.Unprotect);
        });
        builder.Services.AddWebhookSender().AddSingleton<WebhookRounds>().AddHostedService<WebhookRun>();
    }

    /// <summary>What sends one message. Nothing in it repeats a call: the schedule in the database does, across restarts.</summary>
    public static IServiceCollection AddWebhookSender(this IServiceCollection services)
    {
        // The usual log would name addresses that are secrets of the receivers.
        services.AddHttpClient(WebhookSender.ClientName)
            .ConfigurePrimaryHttpMessageHandler(made => WebhookHandler.Make(made.GetRequiredService<WebhookDestinations>()))
            .RemoveAllLoggers();
        return services.AddSingleton<WebhookSender>();
    }

    /// <exception cref="StartRefusedException">What is configured cannot be meant.</exception>
    public static WebhookSettings SettingsFrom(IConfiguration configuration, bool isDevelopment) => new()
    {
        AllowHttp = isDevelopment,
        AllowPrivateNetworks = configuration[AllowPrivateNetworks] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var allow) => allow,
            var text => throw new StartRefusedException($"DeploymentRouter does not start: {AllowPrivateNetworks} is '{text}'. Set it to true or false."),
        },
        AllowedHosts = configuration[AllowedHosts]?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [],
        PublicAddress = configuration[PublicAddress] switch
        {
            null or "" => "",
            var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" => text.TrimEnd('/'),
            var text => throw new StartRefusedException($"DeploymentRouter does not start: {PublicAddress} is '{text}'. Set it to where people reach it, for example https://router.example.com."),
        },
    };
}
