namespace DeploymentRouter.Web.Tests.CommandLine;

public sealed class PlaybookCheckTests : IDisposable
{
    private readonly PlaybookRun files = new();

    [Fact]
    public async Task The_playbook_in_force_is_sound()
    {
        var run = await PlaybookRun.Of("check");
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        Assert.Equal(
            "default.yaml is sound: every combination of answers to its 20 questions has one outcome, each of its 5 rows and 14 conditions can matter, and its 10 laws hold.\n",
            run.Output);
        Assert.Equal("""{"sound":true,"findings":[]}""" + "\n", (await PlaybookRun.Of("check", "--json")).Output);
    }

    public static TheoryData<string, string, string, string> DeliberateFaults => new()
    {
        { "uncovered", "routing", "    when: otherwise\n", "    when: beyond_one_click\n" },
        { "row_hidden", "routing.R2b", "  R3:\n    when:\n", "  R2b:\n    when: cloud_is_an_option\n    strategy: one-click\n    because: Hidden.\n  R3:\n    when:\n" },
        { "row_never_holds", "routing.R0", "routing:\n  R1:\n", "routing:\n  R0:\n    when:\n      all:\n        - users_full > 10\n        - users_full < 5\n    strategy: cloud\n    because: Never.\n  R1:\n" },
        { "condition_unread", "conditions.small", "conditions:\n", "conditions:\n  small:\n    name: small\n    when: users_full < 10\n" },
        { "condition_never_holds", "conditions.restrictions_are_workable", "      any:\n        - image_restrictions is no\n", "      all:\n        - image_restrictions is no\n" },
        { "condition_never_matters", "conditions.initial_users_fit", "        - initial_users_fit\n", "        - any:\n            - initial_users_fit\n            - not: initial_users_fit\n" },
        { "question_never_asked", "questions.image_restriction_verdict.asked_when", "    asked_when: image_restrictions is yes\n", "    asked_when:\n      all:\n        - image_restrictions is yes\n        - image_restrictions is no\n" },
        { "question_never_matters", "questions.cluster_required", "        - cluster_required is no\n", "" },
        { "strategy_never_reached", "strategies.one-click-into-jointly-managed", "    strategy: one-click-into-jointly-managed\n    because", "    strategy: jointly-managed\n    because" },
        { "overlap", "routing.R5", "hit_policy: first\n", "hit_policy: unique\n" },
        { "law_broken", "laws.no_cloud_without_reach", "    never: cloud\n  cloud_when_clear:", "    never: jointly-managed\n  cloud_when_clear:" },
        { "law_broken", "laws.more_users", "    more: users_full\n    never_toward: one-click\n", "    more: users_full\n    never_toward: jointly-managed\n" },
    };

    [Theory]
    [MemberData(nameof(DeliberateFaults))]
    public async Task A_deliberate_fault_is_found_with_an_example(string kind, string where, string right, string wrong)
    {
        var yaml = (right, wrong);
        // A test that expects what no row says any more is a fault of its line; the proof is not about it.
        var file = kind is "strategy_never_reached" or "uncovered"
            ? files.File("policy.yaml", WithoutTests(PlaybookRun.DefaultYaml.Replace(right, wrong, StringComparison.Ordinal)))
            : files.Changed("policy.yaml", yaml);
        var run = await PlaybookRun.Of("check", "--json", file);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        var report = Assert.Single(run.Decisions);
        Assert.Equal(["sound", "findings"], report.EnumerateObject().Select(property => property.Name));
        Assert.False(report.GetProperty("sound").GetBoolean());
        var findings = report.GetProperty("findings").EnumerateArray().ToList();
        var finding = findings.Find(one => one.GetProperty("kind").GetString() == kind && one.GetProperty("where").GetString() == where);
        Assert.True(finding.ValueKind is System.Text.Json.JsonValueKind.Object, run.Output);
        Assert.Equal(["kind", "where", "message", "example"], finding.EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(finding.GetProperty("message").GetString()!);
        if (finding.GetProperty("example") is { ValueKind: System.Text.Json.JsonValueKind.Object } example)
            Assert.Equal(0, (await DecideRun.Of($$"""{"id":"example","answers":{{example.GetRawText()}}}""", "decide")).Exit);
        else
            Assert.Contains(kind, new[] { "condition_never_holds", "strategy_never_reached", "question_never_asked" });
    }

    [Fact]
    public async Task A_finding_stands_at_its_line_with_a_row_that_would_help()
    {
        var file = files.File("policy.yaml", WithoutTests(PlaybookRun.DefaultYaml.Replace("    when: otherwise\n", "    when: cluster_required is yes\n", StringComparison.Ordinal)));
        var run = await PlaybookRun.Of("check", file);
        var line = PlaybookRun.DefaultYaml[..PlaybookRun.DefaultYaml.IndexOf("\nrouting:\n", StringComparison.Ordinal)].Count(c => c == '\n') + 2;
        Assert.Equal(1, run.Exit);
        Assert.StartsWith($"policy.yaml:{line}: routing: No row holds when ", run.Output, StringComparison.Ordinal);
        Assert.Contains("  A row that would help:\n    new-1:\n      when: otherwise\n      strategy: jointly-managed\n      because: Say here why this strategy follows.\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("policy.yaml: 1 finding.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_understood_is_not_checked_and_every_fault_is_named()
    {
        var file = files.Changed("policy.yaml", ("    title: Size\n", "    titel: Size\n"), ("    when: unreachable_code_host\n", "    when: unreachable_codehost\n"));
        var run = await PlaybookRun.Of("check", "--json", file);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("topics.size: 'title' is missing.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("laws.no_cloud_without_reach.when: No condition 'unreachable_codehost'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_are_checked_one_after_the_other_and_the_worst_counts()
    {
        var sound = files.File("sound.yaml", PlaybookRun.DefaultYaml);
        var broken = files.Changed("broken.yaml", ("hit_policy: first\n", "hit_policy: unique\n"));
        var run = await PlaybookRun.Of("check", broken, sound);
        Assert.Equal(1, run.Exit);
        Assert.Contains("sound.yaml is sound", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await PlaybookRun.Of("check", sound, "not-there.yaml", broken)).Exit);
    }

    public void Dispose() => files.Dispose();

    private static string WithoutTests(string yaml) =>
        yaml[..yaml.IndexOf("\ntests:\n", StringComparison.Ordinal)] + yaml[yaml.IndexOf("\nstrategies:\n", StringComparison.Ordinal)..];
}
