using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
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
        Assert.Equal(["combinations", "changed", "regions", "text"], diff.EnumerateObject().Select(property => property.Name));
        Assert.Empty(diff.GetProperty("text").EnumerateArray());
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
            Assert.Equal(["from", "to", "count", "example", "example_before", "example_after"], region.EnumerateObject().Select(property => property.Name));
            var example = $$"""{"id":"x","answers":{{region.GetProperty("example").GetRawText()}}}""";
            Assert.Equal(region.GetProperty("from").GetString(), (await DecideRun.Of(example, "decide")).Decisions[0].GetProperty("strategy").GetString());
            Assert.Equal(region.GetProperty("to").GetString(), (await DecideRun.Of(example, "decide", "--playbook", Lower)).Decisions[0].GetProperty("strategy").GetString());
        }
    }

    [Fact]
    public async Task In_words_it_says_how_many_and_for_example_whom()
    {
        var run = await PlaybookRun.Of("diff", Lower);
        Assert.Matches("One-Click -> Jointly Managed: [0-9,]+ [(]< 0.1 %[)]\n  for example .*Users at full roll-out: [0-9,]+.*\n", run.Output);
        Assert.Matches("[0-9,]+ of [0-9,]+ combinations change [(]< 0.1 %[)].\nWhat the text says differently:\n  conditions.too_many_users [(]changed[)]\n$", run.Output);
    }

    [Fact]
    public async Task Where_no_combination_leads_elsewhere_it_says_what_else_differs()
    {
        var file = files.Changed(
            "words.yaml",
            ("    mark: waiting on Cloud\n", "    mark: waits for Cloud\n"),
            ("    because: Neither Cloud nor One-Click is an option.\n", "    because: Nothing else is left.\n"),
            ("    sentence: More users never move a customer toward One-Click.\n", "    sentence: More users never lead to One-Click.\n"));
        var words = await PlaybookRun.Of("diff", file);
        Assert.Equal(0, words.Exit);
        Assert.Matches(
            "^No combination leads elsewhere: all [0-9,]+ combinations of answers are decided alike.\nWhat the text says differently:\n"
            + "  routing.R2.mark [(]changed[)]\n  routing.R5.because [(]changed[)]\n  laws.more_users [(]changed[)]\n$", words.Output);
        var json = Assert.Single((await PlaybookRun.Of("diff", "--json", file)).Decisions);
        Assert.Equal(
            ["routing.R2.mark changed", "routing.R5.because changed", "laws.more_users changed"],
            json.GetProperty("text").EnumerateArray().Select(part => $"{part.GetProperty("where")} {part.GetProperty("change")}"));
    }

    [Fact]
    public async Task A_strategy_that_has_another_id_is_no_change_once_that_is_said()
    {
        var file = files.File("joint.yaml", PlaybookRun.DefaultYaml.Replace("jointly-managed", "joint", StringComparison.Ordinal));
        Assert.Equal(1, (await PlaybookRun.Of("diff", file)).Exit);
        string[] renamed = ["--renamed", "jointly-managed=joint", "--renamed", "one-click-into-jointly-managed=one-click-into-joint"];
        var run = await PlaybookRun.Of(["diff", "--json", .. renamed, file]);
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        Assert.Equal(0, (await PlaybookRun.Of(["replay", "--answers", files.File("stored.jsonl", Stored), .. renamed, file])).Exit);
        var wrong = await PlaybookRun.Of("diff", "--renamed", "jointly-manged=joint", file);
        Assert.Equal((2, "--renamed jointly-manged=joint: The old playbook has no strategy 'jointly-manged'; did you mean 'jointly-managed'?\n"), (wrong.Exit, wrong.Errors));
    }

    [Fact]
    public async Task An_example_is_also_there_as_each_side_can_decide_it()
    {
        var other = files.Changed(
            "other.yaml",
            ("  - cluster_required is no\n".Insert(0, "      "), ""),
            ("    when: users_full > 20,000\n", "    when: users_full > 10,000\n"));
        var withoutQuestion = files.File("gone.yaml", WithoutClusters(await File.ReadAllTextAsync(other)));
        var run = await PlaybookRun.Of("diff", "--json", withoutQuestion);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        foreach (var region in Assert.Single(run.Decisions).GetProperty("regions").EnumerateArray())
        {
            Assert.Equal(region.GetProperty("from").GetString(), await DecidedAsync(region.GetProperty("example_before")));
            Assert.Equal(region.GetProperty("to").GetString(), await DecidedAsync(region.GetProperty("example_after"), "--playbook", withoutQuestion));
        }
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
            """{"cases":4,"counts":[{"from":null,"to":null,"count":1},{"from":"jointly-managed","to":"jointly-managed","count":1},{"from":"one-click","to":"jointly-managed","count":1},{"from":"one-click","to":"one-click","count":1}],"moved":[{"id":"a","from":"one-click","to":"jointly-managed"}],"ignored":{},"skipped":0}""" + "\n",
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
        Assert.EndsWith("stored.jsonl: 1 line cannot be read; nothing is counted. --skip-bad counts the others.\n", run.Errors, StringComparison.Ordinal);
        var skipping = await PlaybookRun.Of("replay", "--skip-bad", "--answers", files.File("stored.jsonl", Stored + "no case\n"), Lower, "--json");
        Assert.Equal(1, skipping.Exit);
        var counted = Assert.Single(skipping.Decisions);
        Assert.Equal((4, 1), (counted.GetProperty("cases").GetInt32(), counted.GetProperty("skipped").GetInt32()));
        Assert.Equal(2, (await PlaybookRun.Of("replay", "--answers", "not-there.jsonl", Lower)).Exit);
    }

    [Fact]
    public async Task Of_many_bad_lines_the_first_hundred_are_named_and_all_are_counted()
    {
        var run = await PlaybookRun.Of("replay", "--answers", files.File("stored.jsonl", string.Concat(Enumerable.Repeat("no case\n", 1_500))), Lower);
        Assert.Equal(102, run.Errors.Split('\n').Length);
        Assert.EndsWith("stored.jsonl: 1,500 lines cannot be read, of which the first 100 are named; nothing is counted. --skip-bad counts the others.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_questions_that_neither_playbook_has_count_for_nothing_and_are_said_once()
    {
        var stored = files.File("stored.jsonl", Stored.Replace("\"answers\":{", "\"answers\":{\"shoe_size\":44,", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal));
        var run = await PlaybookRun.Of("replay", "--answers", stored, Lower, "--json");
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        var report = Assert.Single(run.Decisions);
        Assert.Equal((4, 4), (report.GetProperty("cases").GetInt32(), report.GetProperty("ignored").GetProperty("shoe_size").GetInt32()));
        Assert.Contains(
            "Answers that count for nothing, because neither playbook has the question: shoe_size (4).\n",
            (await PlaybookRun.Of("replay", "--answers", stored, Lower)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_information_and_what_is_no_answer_are_told_apart()
    {
        var narrow = files.Changed("narrow.yaml", ("    to: 5,000,000\n    unit: repositories\n    says: there will be", "    to: 4,000,000\n    unit: repositories\n    says: there will be"));
        var run = await PlaybookRun.Of("replay", "--json", "--answers", files.File("stored.jsonl", """
            {"id":"a","answers":{"repos_full":4500000}}
            {"id":"b","answers":{}}

            """), narrow);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        Assert.StartsWith(
            """{"cases":2,"counts":[{"from":null,"to":null,"count":1},{"from":null,"to":"(not an answer)","count":1}],"moved":[{"id":"a","from":null,"to":"(not an answer)"}],""",
            run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => files.Dispose();

    private static async Task<string?> DecidedAsync(JsonElement answers, params string[] options) =>
        (await DecideRun.Of($$"""{"id":"x","answers":{{answers.GetRawText()}}}""", ["decide", .. options])).Decisions[0].GetProperty("strategy").GetString();

    private static string WithoutClusters(string yaml)
    {
        var question = yaml.IndexOf("  cluster_required:\n", StringComparison.Ordinal);
        yaml = yaml.Remove(question, yaml.IndexOf("  single_machine_issues:\n", StringComparison.Ordinal) - question);
        yaml = string.Concat(yaml.Split('\n').Where(line => !line.StartsWith("      cluster_required: ", StringComparison.Ordinal)).Select(line => $"{line}\n"));
        var law = yaml.IndexOf("  no_machine_against_a_cluster_rule:\n", StringComparison.Ordinal);
        return yaml.Remove(law, yaml.IndexOf("\n  ", yaml.IndexOf("    never: ", law, StringComparison.Ordinal), StringComparison.Ordinal) + 1 - law);
    }

    private static BigInteger Number(JsonElement text) => BigInteger.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
