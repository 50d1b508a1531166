using System.Text;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public sealed class PlaybookVerbTests : IDisposable
{
    private readonly PlaybookRun files = new();

    [Fact]
    public async Task Show_prints_the_YAML_byte_for_byte()
    {
        Assert.Equal(PlaybookRun.DefaultYaml, (await PlaybookRun.Of("show")).Output);
        var crlf = PlaybookRun.DefaultYaml.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(crlf, (await PlaybookRun.Of("show", files.File("crlf.yaml", crlf))).Output);
    }

    [Fact]
    public async Task Show_as_JSON_carries_the_hash()
    {
        var shown = Assert.Single((await PlaybookRun.Of("show", "--json")).Decisions);
        Assert.Equal("Default playbook", shown.GetProperty("name").GetString());
        Assert.Equal(64, shown.GetProperty("hash").GetString()!.Length);
        Assert.Equal(PlaybookRun.DefaultYaml, shown.GetProperty("yaml").GetString());
    }

    [Fact]
    public async Task Tests_that_pass_are_listed_and_rows_that_none_reaches_are_marked()
    {
        var passing = await PlaybookRun.Of("test");
        Assert.Equal(0, passing.Exit);
        Assert.EndsWith("default.yaml: 17 tests, all pass.\n", passing.Output, StringComparison.Ordinal);
        var file = files.Changed("policy.yaml", (
            "  R2:\n    when:\n", "  R1b:\n    when:\n      all:\n        - users_full is 123\n        - hosting_provider is own_data_center\n    strategy: cloud\n    because: Nobody tests this.\n  R2:\n    when:\n"));
        var run = await PlaybookRun.Of("test", file);
        Assert.Equal(0, run.Exit);
        Assert.Contains("      No test reaches R1b.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("R1b", Assert.Single((await PlaybookRun.Of("test", "--json", file)).Decisions).GetProperty("unreached")[0].GetString());
    }

    [Fact]
    public async Task A_test_that_fails_says_what_came_instead()
    {
        var file = files.Changed("policy.yaml", ("    when: users_full > 20,000\n", "    when: users_full > 20,001\n"));
        var run = await PlaybookRun.Of("test", file);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        Assert.Contains("FAIL  one_user_too_many: Expected Jointly Managed by R5, but R3 leads to One-Click.\n", run.Output, StringComparison.Ordinal);
        var json = Assert.Single((await PlaybookRun.Of("test", "--json", file)).Decisions);
        Assert.False(json.GetProperty("passed").GetBoolean());
        var failed = json.GetProperty("tests").EnumerateArray().Single(test => !test.GetProperty("passed").GetBoolean());
        Assert.Equal(["id", "title", "passed", "possible", "rule", "message"], failed.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Format_rewrites_in_place_says_what_it_did_and_has_nothing_to_do_the_second_time()
    {
        var file = files.File("policy.yaml", "\uFEFF" + PlaybookRun.DefaultYaml.Replace("\n", "  \r\n", StringComparison.Ordinal));
        var check = await PlaybookRun.Of("format", "--check", file);
        Assert.Equal(1, check.Exit);
        Assert.StartsWith("policy.yaml: not in shape, ", check.Output, StringComparison.Ordinal);
        Assert.Equal(0xEF, File.ReadAllBytes(file)[0]);
        var first = await PlaybookRun.Of("format", file);
        Assert.Equal((0, ""), (first.Exit, first.Errors));
        Assert.StartsWith("policy.yaml: laid out anew, ", first.Output, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetBytes(PlaybookRun.DefaultYaml), File.ReadAllBytes(file));
        Assert.Equal((0, "policy.yaml: in shape.\n"), ((await PlaybookRun.Of("format", file)).Exit, (await PlaybookRun.Of("format", "--check", file)).Output));
    }

    [Fact]
    public async Task Format_without_a_file_prints_the_one_in_force() =>
        Assert.Equal(PlaybookRun.DefaultYaml, (await PlaybookRun.Of("format")).Output);

    [Fact]
    public async Task Format_leaves_what_it_cannot_read_as_it_is()
    {
        var file = files.File("half.yaml", PlaybookRun.DefaultYaml[..20_000] + "\n  x: [\n");
        var before = File.ReadAllBytes(file);
        var run = await PlaybookRun.Of("format", file);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("half.yaml:", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData]
    [InlineData("prove")]
    [InlineData("show", "a.yaml", "b.yaml")]
    [InlineData("diff")]
    [InlineData("diff", "a.yaml", "b.yaml", "c.yaml")]
    [InlineData("replay", "a.yaml", "b.yaml")]
    [InlineData("replay", "a.yaml", "b.yaml", "--answers")]
    [InlineData("check", "--jsno")]
    [InlineData("check", "--json", "--json")]
    [InlineData("check", "--check")]
    [InlineData("format", "--json")]
    public async Task Bad_usage_shows_the_usage_on_standard_error(params string[] words)
    {
        var run = await PlaybookRun.Of(words);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("\n\nUsage: playbook show", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--jsno' is no option of 'playbook check', or is given twice.", "check", "--jsno")]
    [InlineData("There is no verb 'playbook prove'.", "prove", "a.yaml")]
    [InlineData("'playbook diff' takes NEW, or OLD and NEW; 3 are named.", "diff", "a.yaml", "b.yaml", "c.yaml")]
    [InlineData("'--answers FILE.jsonl' is missing.", "replay", "a.yaml")]
    [InlineData("'--renamed' takes a strategy's old id and its new one: old=new.", "diff", "a.yaml", "--renamed", "cloud")]
    public async Task What_is_wrong_with_the_arguments_is_said_first(string says, params string[] words) =>
        Assert.StartsWith(says, (await PlaybookRun.Of(words)).Errors, StringComparison.Ordinal);

    public void Dispose() => files.Dispose();
}
