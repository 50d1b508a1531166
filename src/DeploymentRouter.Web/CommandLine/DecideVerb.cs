using System.Globalization;
using DeploymentRouter.Core.Explaining;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.CommandLine.Deciding;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine;

/// <summary><c>decide [--explain] [--playbook FILE]</c>: cases in, decisions out, one JSON object a line.</summary>
public static class DecideVerb
{
    private const int AllFine = 0;
    private const int SomethingFailed = 2;

    /// <returns>0; or 2 when any line failed, or when nothing could be decided at all.</returns>
    public static async Task<int> RunAsync(string[] options, Streams streams)
    {
        if (!TryReadOptions(options, out var file, out var explain))
        {
            await streams.Errors.WriteLineAsync("Usage: decide [--explain] [--playbook FILE] < cases.jsonl > decisions.jsonl");
            return SomethingFailed;
        }
        var load = file is null ? await PlaybookStart.LoadAsync(CommandConfiguration.Read()) : PlaybookFile.LoadFrom(file);
        if (load.Playbook is { } playbook)
            return await DecideAllAsync(playbook, explain, streams);
        await streams.WriteFaultsAsync(load.Faults);
        return SomethingFailed;
    }

    private static async Task<int> DecideAllAsync(Playbook playbook, bool explain, Streams streams)
    {
        var cases = new CaseReader(playbook.Questions);
        using var decisions = new DecisionWriter(streams.Output);
        var lines = new InputLines(streams.Input);
        var exit = AllFine;
        await foreach (var batch in lines.BatchesAsync())
        {
            foreach (var line in batch)
            {
                var read = line.IsTooLong ? DecideCase.TooLong : cases.Read(line.Utf8);
                if (read.Error is null)
                {
                    if (explain)
                        decisions.Write(read.Id!, Explanation.Of(playbook, read.Answers!));
                    else
                        decisions.Write(read.Id!, playbook.Rules.Decide(read.Answers!));
                    continue;
                }
                exit = SomethingFailed;
                decisions.WriteError(read.Id, read.Error);
                await streams.Errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: {read.Error}"));
            }
            await decisions.FlushAsync();
        }
        return exit;
    }

    private static bool TryReadOptions(string[] options, out string? file, out bool explain)
    {
        (file, explain) = (null, false);
        for (var i = 0; i < options.Length; i++)
        {
            switch (options[i])
            {
                case "--explain" when !explain:
                    explain = true;
                    break;
                case "--playbook" when file is null && i + 1 < options.Length && options[i + 1].Length > 0:
                    file = options[++i];
                    break;
                default:
                    return false;
            }
        }
        return true;
    }
}
