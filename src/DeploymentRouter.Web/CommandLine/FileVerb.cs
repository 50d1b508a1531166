using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.CommandLine.Filing;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine;

/// <summary><c>file --as PERSON</c>: intakes in, filed requests out, one JSON object a line, by the rules of the intake page.</summary>
public static class FileVerb
{
    private const int AtOnce = 8;
    private const int SomethingFailed = 2;

    /// <returns>0; or 2 when any line failed, or when nothing could be filed at all.</returns>
    public static async Task<int> RunAsync(string[] options, Streams streams)
    {
        if (options is not ["--as", var personId])
        {
            await streams.Errors.WriteLineAsync("Usage: file --as PERSON < intakes.jsonl > filed.jsonl");
            return SomethingFailed;
        }

        var configuration = CommandConfiguration.Read();
        var load = await PlaybookStart.LoadAsync(configuration);
        if (load.Playbook is not { } playbook)
        {
            foreach (var fault in load.Faults) await streams.Errors.WriteLineAsync(fault.ToString());
            return SomethingFailed;
        }

        await using var services = await CommandServices.OpenAsync(configuration, playbook);
        if (await services.GetRequiredService<PeopleDirectory>().FindAsync(personId) is not { } person)
        {
            await streams.Errors.WriteLineAsync($"Nobody here is called '{personId}'. Name a person by id; in Development start the web application once, it introduces the demo people.");
            return SomethingFailed;
        }

        return await FileAllAsync(services.GetRequiredService<RequestDesk>(), playbook, person, streams);
    }

    private static async Task<int> FileAllAsync(RequestDesk desk, Playbook playbook, Person person, Streams streams)
    {
        var reader = new IntakeReader(playbook);
        var writing = new Lock();
        var exit = 0;
        using var input = new StreamReader(streams.Input, Encoding.UTF8);
        await Parallel.ForEachAsync(Lines(input), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (line, _) =>
        {
            var (answer, error) = await FileOneAsync(desk, playbook, reader, person, line.Text);
            lock (writing)
            {
                // Flushed at once: what is written here is stored, whatever happens to this process next.
                streams.Output.Write(JsonSerializer.SerializeToUtf8Bytes(answer));
                streams.Output.Write("\n"u8);
                streams.Output.Flush();
                if (error is null) return;
                exit = SomethingFailed;
                streams.Errors.WriteLine($"line {line.Number}: {error}");
            }
        });
        return exit;
    }

    private static async Task<(object Answer, string? Error)> FileOneAsync(
        RequestDesk desk, Playbook playbook, IntakeReader reader, Person person, string text)
    {
        var (line, error) = FilingLine.Read(text, playbook);
        if (line is null) return (new { key = (Guid?)null, error }, error);

        var now = DateTime.UtcNow;
        var reading = reader.Read(IntakeLine.DraftOf(line.Key, line.Fields, person.Id, now), DateOnly.FromDateTime(now));
        if (reading.Problems.Count > 0)
        {
            error = string.Join(" ", reading.Problems.Select(problem => $"{problem.Key}: {problem.Message}"));
            return (new { key = line.Key, error }, error);
        }

        return await desk.FileAsync(line.Key, reading, person) switch
        {
            ActResult.Done done => (new { key = line.Key, number = done.Request.Number, strategy = done.Request.StrategyId }, null),
            ActResult.Refused refused => (new { key = line.Key, error = refused.Refusal.Sentence }, refused.Refusal.Sentence),
            var other => throw new InvalidOperationException($"Filing cannot end as {other.GetType().Name}."),
        };
    }

    private static async IAsyncEnumerable<(long Number, string Text)> Lines(StreamReader input)
    {
        for (var number = 1L; await input.ReadLineAsync() is { } text; number++)
            yield return (number, text);
    }
}
