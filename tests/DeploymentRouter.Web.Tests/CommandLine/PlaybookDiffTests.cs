using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace DeploymentRouter.Web.Tests.CommandLine;

public sealed class PlaybookDiffTests : IDisposable
{
    private const string Stored =
        """
        {"id":"a","answers":{"code_host_reachability":"unreachable","users_full":15000,"repos_full":10,"hosting_provider":"aws","cluster_required":false,"single_machine_issues":false,"own_base_image":"not_required","image_restrictions":false,"wants_production_quickly":false}}
        {"id":"b","answers":{"code_host_reachability":"unreachable","users_full":500,"repos_full":10,"hosting_provider":"aws","cluster_required":false,"single_machine_issues":false,"own_base_image":"not_required","image_restrictions":false}}
        {"id":"c","answers":{}}
        {"id":"d","answers":{"code_host_reachability":"unreachable","hosting_provider":"gcp"}}

        """;

    private readonly PlaybookRun files = new();

    private string Lower => files.Changed("lower.yaml", ("    when: users_full > 20,000\n", "    when: users_full > 10,000\n"));

    [Fact]
    public async Task The_same_playbook_changes_nothing()
    {
        var run = await PlaybookRun.Of("diff", "--json", files.File("same.yaml", PlaybookRun.DefaultYaml));
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        var diff = Assert.Single(run.Decisions);
        Assert.Equal(["combinations", "changed", "regions"], diff.EnumerateObject().Select(property => property.Name));
        Assert.Equal("0", diff.GetProperty("changed").GetString());
        Assert.Empty(diff.GetProperty("regions").EnumerateArray());
        Assert.True(Number(diff.GetProperty("combinations")) > BigInteger.Pow(10, 20));
        Assert.StartsWith("Nothing changes: all ", (await PlaybookRun.Of("diff", files.File("same.yaml", PlaybookRun.DefaultYaml))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_limit_shows_exactly_what_moves_with_an_example_of_each_kind()
    {
        var run = await PlaybookRun.Of("diff", files.File("old.yaml", PlaybookRun.DefaultYaml), Lower, "--json");
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        var diff = Assert.Single(run.Decisions);
        var regions = diff.GetProperty("regions").EnumerateArray().ToList();
        Assert.Equal(
            ["one-click -> jointly-managed", "one-click -> one-click-into-jointly-managed"],
            regions.Select(region => $"{region.GetProperty("from")} -> {region.GetProperty("to")}").Order(StringComparer.Ordinal));
        Assert.Equal(Number(diff.GetProperty("changed")), regions.Aggregate(BigInteger.Zero, (sum, region) => sum + Number(region.GetProperty("count"))));
        foreach (var region in regions)
        {
            Assert.Equal(["from", "to", "count", "example"], region.EnumerateObject().Select(property => property.Name));
            var example = $$"""{"id":"x","answers":{{region.GetProperty("example").GetRawText()}}}""";
            Assert.Equal(region.GetProperty("from").GetString(), (await DecideRun.Of(example, "decide")).Decisions[0].GetProperty("strategy").GetString());
            Assert.Equal(region.GetProperty("to").GetString(), (await DecideRun.Of(example, "decide", "--playbook", Lower)).Decisions[0].GetProperty("strategy").GetString());
        }
    }

    [Fact]
    public async Task In_words_it_says_how_many_and_for_example_whom()
    {
        var run = await PlaybookRun.Of("diff", Lower);
        Assert.Matches("One-Click -> Jointly Managed: [0-9,]+\n  for example .*Users at full roll-out: [0-9,]+.*\n", run.Output);
        Assert.Matches("[0-9,]+ of [0-9,]+ combinations change[.]\n$", run.Output);
    }

    [Fact]
    public async Task Answers_that_one_of_them_does_not_take_are_told_apart()
    {
        var other = files.Changed(
            "other.yaml",
            ("    answer: whole number\n    from: 1\n    to: 1,000,000\n    unit: users\n    says: the initial roll-out has {value} users\n    not_above: users_full\n",
             "    answer: yes or no\n    values:\n      yes:\n        label: Yes\n        says: few\n      no:\n        label: No\n        says: many\n"),
            ("    when: users_initial <= 20,000\n    holds: the first {users_initial}", "    when: users_initial is yes\n    holds: the first {users_initial}"),
            ("        - users_initial >= 15,000\n", "        - users_initial is no\n"),
            ("    more: users_initial\n", "    more: repos_initial\n"),
            ("      users_initial: 1,500\n", "      users_initial: yes\n"),
            ("      users_initial: 20,001\n", "      users_initial: no\n"));
        var run = await PlaybookRun.Of("diff", other);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        Assert.Contains("Jointly Managed -> (not an answer): ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_answers_are_decided_by_both_and_those_that_move_are_named()
    {
        var run = await PlaybookRun.Of("replay", "--answers", files.File("stored.jsonl", Stored), Lower, "--json");
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        Assert.Equal(
            """{"cases":4,"counts":[{"from":null,"to":null,"count":1},{"from":"jointly-managed","to":"jointly-managed","count":1},{"from":"one-click","to":"jointly-managed","count":1},{"from":"one-click","to":"one-click","count":1}],"moved":[{"id":"a","from":"one-click","to":"jointly-managed"}]}""" + "\n",
            run.Output);
        var words = (await PlaybookRun.Of("replay", "--answers", files.File("stored.jsonl", Stored), Lower)).Output;
        Assert.Contains("        1  One-Click -> Jointly Managed\n", words, StringComparison.Ordinal);
        Assert.Contains("        1  (needs information) stays\n", words, StringComparison.Ordinal);
        Assert.EndsWith("  a: One-Click -> Jointly Managed\n1 of 4 move.\n", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_case_is_named_and_nothing_is_counted()
    {
        var run = await PlaybookRun.Of("replay", "--answers", files.File("stored.jsonl", Stored + "no case\n"), Lower, "--json");
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("stored.jsonl:5: The line is not JSON.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await PlaybookRun.Of("replay", "--answers", "not-there.jsonl", Lower)).Exit);
    }

    public void Dispose() => files.Dispose();

    private static BigInteger Number(JsonElement text) => BigInteger.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
