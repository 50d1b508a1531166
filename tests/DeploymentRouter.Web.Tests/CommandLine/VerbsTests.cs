using DeploymentRouter.Web.CommandLine;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public class VerbsTests
{
    [Fact]
    public void Without_a_verb_the_web_application_starts()
    {
        Assert.False(Verbs.Has([]));
        Assert.False(Verbs.Has(["--urls", "http://localhost:5000"]));
        Assert.True(Verbs.Has(["decide"]));
        Assert.True(Verbs.Has(["anything"]));
    }

    [Fact]
    public async Task Options_of_the_host_may_stand_before_the_verb()
    {
        string[] host = ["--environment=Development", "--urls=http://localhost:5000"];
        Assert.False(Verbs.Has(host));
        Assert.True(Verbs.Has([.. host, "decide"]));
        Assert.Equal(0, (await DecideRun.Of("", [.. host, "decide"])).Exit);
    }

    [Fact]
    public async Task An_unknown_verb_shows_the_usage_on_standard_error()
    {
        var run = await DecideRun.Of("", "decied");
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("There is no verb 'decied'.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("decide [--playbook FILE]", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_prints_the_usage()
    {
        var run = await DecideRun.Of("", "help");
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        Assert.Contains("decide [--playbook FILE]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--playbook")]
    [InlineData("--playbook", "a.yaml", "b.yaml")]
    [InlineData("--policy", "a.yaml")]
    [InlineData("cases.jsonl")]
    public async Task Bad_usage_decides_nothing(params string[] options)
    {
        var run = await DecideRun.Of("""{"id":"a","answers":{}}""", ["decide", .. options]);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("Usage: decide", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_that_cannot_be_read_decides_nothing()
    {
        var run = await DecideRun.Of("""{"id":"a","answers":{}}""", "decide", "--playbook", Path.Combine(Path.GetTempPath(), "not-there.yaml"));
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("not-there.yaml: There is no such file: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_playbook_decides_by_its_own_rows()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, await ChangedPlaybook());
            var run = await DecideRun.Of("""{"id":"a","answers":{"users_full":15000}}""", "decide", "--playbook", file);
            Assert.Equal("R0", Assert.Single(run.Decisions).GetProperty("rule").GetString());
            Assert.Equal("Fifteen thousand is enough.", run.Decisions[0].GetProperty("because").GetString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> ChangedPlaybook()
    {
        var assembly = typeof(Persistence.Playbooks.PlaybookFile).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(Persistence.Playbooks.PlaybookFile.DefaultName)!);
        var yaml = await reader.ReadToEndAsync();
        return yaml.Replace(
            "routing:\n",
            "routing:\n  R0:\n    when: users_full is 15,000\n    strategy: one-click\n    because: Fifteen thousand is enough.\n",
            StringComparison.Ordinal);
    }
}
