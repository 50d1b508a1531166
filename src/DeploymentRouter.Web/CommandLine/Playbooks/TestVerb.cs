using System.Globalization;
using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook test</c>: runs the test cases that live in the playbook.</summary>
internal static class TestVerb
{
    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        var exit = PlaybookVerb.Sound;
        foreach (var source in await PlaybookSource.AllAsync(arguments, streams))
        {
            if (source is null || await source.LoadAsync(streams) is not { } playbook)
            {
                exit = PlaybookVerb.Unreadable;
                continue;
            }
            var report = PlaybookTesting.Run(playbook);
            if (arguments.Json)
                await PlaybookJson.WriteAsync(streams, json => Write(json, report));
            else
                await streams.WriteAsync(Words(source.Name, report));
            exit = Math.Max(exit, report.Passed ? PlaybookVerb.Sound : PlaybookVerb.Findings);
        }
        return exit;
    }

    private static void Write(Utf8JsonWriter json, TestReport report)
    {
        json.WriteStartObject();
        json.WriteBoolean("passed"u8, report.Passed);
        json.WriteStartArray("tests"u8);
        foreach (var result in report.Results)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, result.Test.Id);
            json.WriteString("title"u8, result.Test.Title);
            json.WriteBoolean("passed"u8, result.Passed);
            json.WriteStrings("possible", result.Decision.Possible);
            json.WriteString("rule"u8, result.Decision.Rule?.Id);
            json.WriteString("message"u8, result.Failure);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStrings("unreached", report.UnreachedRows.Select(row => row.Id));
        json.WriteEndObject();
    }

    private static string Words(string name, TestReport report)
    {
        var text = new StringBuilder();
        foreach (var result in report.Results)
            text.Append(CultureInfo.InvariantCulture, $"{(result.Passed ? "ok  " : "FAIL")}  {result.Test.Id}: {result.Failure ?? result.Test.Title}\n");
        foreach (var row in report.UnreachedRows)
            text.Append(CultureInfo.InvariantCulture, $"      No test reaches {row.Id}.\n");
        var failed = report.Results.Count(result => !result.Passed);
        text.Append(CultureInfo.InvariantCulture, $"{name}: {report.Results.Count} tests, {(failed == 0 ? "all pass" : $"{failed} of them fail")}.\n");
        return text.ToString();
    }
}
