using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>Collects what the log says of exceptions that nobody caught: an answer may hide them.</summary>
public sealed class SeenFaults : ILogEventSink
{
    private readonly ConcurrentQueue<string> _seen = new();

    public void Emit(LogEvent logEvent)
    {
        if (logEvent is { Level: >= LogEventLevel.Error, Exception: { } failure } && !IsOfTheDatabase(logEvent)) _seen.Enqueue($"{logEvent.RenderMessage(null)} {failure}");
    }

    // It tells of every failure, also of those that somebody expects: two who write the same.
    private static bool IsOfTheDatabase(LogEvent logEvent) =>
        logEvent.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: string source } && source.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

    /// <summary>Fails if there was one.</summary>
    public void AssertNone() => Assert.True(_seen.IsEmpty, $"{_seen.Count} exceptions that nobody caught\n{string.Join('\n', _seen.Distinct().Take(10))}");
}
