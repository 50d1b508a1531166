using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace DeploymentRouter.Browser.Tests;

/// <summary>A site whose log says all it can.</summary>
public sealed class TalkativeSite : Site
{
    private readonly Collected _log = new();

    public IReadOnlyCollection<string> Log => _log.Lines;

    protected override bool HasRequests => false;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder
            .UseSetting("Serilog:MinimumLevel:Default", "Verbose")
            .UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Verbose")
            .UseSetting("Serilog:MinimumLevel:Override:System", "Verbose")
            .UseSetting("Serilog:MinimumLevel:Override:Microsoft.AspNetCore.DataProtection", "Verbose")
            .ConfigureServices(services => services.AddSingleton<ILogEventSink>(_log));
    }

    private sealed class Collected : ILogEventSink
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public void Emit(LogEvent logEvent) => Lines.Enqueue(
            $"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} | {string.Join(' ', logEvent.Properties.Select(one => $"{one.Key}={one.Value}"))} | {logEvent.Exception}");
    }
}
