using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>Whatever a file contains, the process refuses it clearly within two seconds of work and 200 MB.</summary>
[Collection(ProcessEnvironment.Name)]
public sealed class HostileFileTests : IDisposable
{
    private const long MaxBytes = 200L * 1024 * 1024;
    private static readonly TimeSpan MaxWork = TimeSpan.FromSeconds(2);

    private readonly PlaybookRun files = new();

    [Theory]
    [InlineData("huge", "policy.yaml:1: A playbook has at most 1,048,576 bytes.")]
    [InlineData("deep brackets", "Lists and maps go more than 64 levels deep.")]
    [InlineData("deep braces", "Lists and maps go more than 64 levels deep.")]
    [InlineData("deep lists", "Lists and maps go more than 64 levels deep.")]
    [InlineData("deep indentation", "Lists and maps go more than 64 levels deep.")]
    [InlineData("itself", "policy.yaml:1: name: Anchors (&name) and aliases (*name) are not allowed in a playbook.")]
    [InlineData("alias bomb", "policy.yaml:1: a: Anchors (&name) and aliases (*name) are not allowed in a playbook.")]
    [InlineData("not UTF-8", "policy.yaml:1: The file is not UTF-8 text.")]
    [InlineData("UTF-16", "policy.yaml:1: The file is not UTF-8 text.")]
    [InlineData("zeros", "policy.yaml:1: A character that nobody sees (U+0000) stands here; take it out.")]
    [InlineData("half written", "'strategies' is missing.")]
    [InlineData("half a list", "This is not valid YAML.")]
    [InlineData("open quote", "This is not valid YAML.")]
    [InlineData("many keys", "Unknown key 'k0'")]
    [InlineData("keys in braces", "Unknown key 'a0'")]
    [InlineData("10,000 rows", "routing: There are 10,005 rows; at most 2,000 are possible.")]
    [InlineData("unknown conditions", "conditions.c0.when: No condition 'd0'")]
    [InlineData("too many stages", "A strategy has at most 100 stages.")]
    public async Task A_hostile_file_is_refused_quickly_and_in_little_memory(string kind, string says)
    {
        var run = await RunAsync("check", files.File("policy.yaml", HostileFiles.Make(kind)));
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
        Assert.InRange(run.Errors.Split('\n').Length, 2, 102);
        Assert.True(
            run.Work <= MaxWork && run.Bytes <= MaxBytes,
            string.Create(CultureInfo.InvariantCulture, $"{kind}: {run.Work.TotalSeconds:F2} s of work, {run.Bytes / 1024 / 1024} MB."));
    }

    [Theory]
    [InlineData("too many kinds of answers")]
    [InlineData("exploding diagram of pairs")]
    [InlineData("exploding diagram of choices")]
    [InlineData("exploding diagram of few rows")]
    public async Task Rules_past_a_ceiling_are_not_proven_as_quickly(string kind)
    {
        var run = await RunAsync("check", files.File("policy.yaml", HostileFiles.Make(kind)));
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        Assert.Contains("The rules are too intricate", run.Output, StringComparison.Ordinal);
        Assert.True(
            run.Work <= MaxWork && run.Bytes <= MaxBytes,
            string.Create(CultureInfo.InvariantCulture, $"{kind}: {run.Work.TotalSeconds:F2} s of work, {run.Bytes / 1024 / 1024} MB."));
    }

    [Fact]
    public async Task The_default_playbook_is_proven_sound_within_a_second_of_work_from_start_to_end()
    {
        var run = await RunAsync("check");
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        Assert.True(run.Work <= TimeSpan.FromSeconds(1), $"It took {run.Work.TotalSeconds} s of work.");
    }

    [Theory]
    [InlineData("deep brackets")]
    [InlineData("many keys")]
    [InlineData("zeros")]
    [InlineData("exploding diagram of pairs")]
    public async Task Formatting_a_hostile_file_ends_as_quickly(string kind)
    {
        var run = await RunAsync("format", "--check", files.File("policy.yaml", HostileFiles.Make(kind)));
        Assert.InRange(run.Exit, 0, 2);
        Assert.True(run.Work <= MaxWork && run.Bytes <= MaxBytes, $"{kind}: {run.Work.TotalSeconds} s of work, {run.Bytes / 1024 / 1024} MB.");
    }

    [Fact]
    public async Task Names_with_markup_and_with_control_characters_reach_nobody_as_such()
    {
        var markup = files.Changed("markup.yaml", ("name: Default playbook\n", "name: <script>alert(1)</script>\n"));
        Assert.Equal(0, (await PlaybookRun.Of("check", markup)).Exit);
        foreach (var unseen in new[] { "\\e[31m", "\\u202e", "\\0", "\\r" })
        {
            var run = await PlaybookRun.Of("check", files.Changed("unseen.yaml", ("name: Default playbook\n", $"name: \"Default{unseen}playbook\"\n")));
            Assert.Equal((2, ""), (run.Exit, run.Output));
            Assert.Equal("unseen.yaml:15: name: A text has no control characters and none that turn the direction of reading.\n", run.Errors);
        }
        var quoted = await PlaybookRun.Of("check", files.Changed("quoted.yaml", ("    when: unreachable_code_host\n    never", "    when: \"users_full \\e]0;x\\a\"\n    never")));
        Assert.DoesNotContain('\e', quoted.Errors);
        Assert.DoesNotContain('\a', quoted.Errors);
    }

    public void Dispose() => files.Dispose();

    // Work is the time on processors: how long a busy machine lets a process wait says nothing about the process.
    private static async Task<(int Exit, string Output, string Errors, TimeSpan Work, long Bytes)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "playbook", .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (work, bytes) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(10))
        {
            try
            {
                process.Refresh();
                (work, bytes) = (process.TotalProcessorTime, process.PeakWorkingSet64);
            }
            catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
            {
                // It ended in between.
            }
        }
        return (process.ExitCode, await output, await errors, work, bytes);
    }
}
