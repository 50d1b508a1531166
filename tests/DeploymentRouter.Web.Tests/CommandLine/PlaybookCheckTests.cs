namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public sealed class PlaybookCheckTests : IDisposable
{
    private readonly PlaybookRun files = new();

    [Fact]
    public async Task The_playbook_in_force_is_sound()
    {
        var run = await PlaybookRun.Of("check");
        Assert.Equal((0, ""), (run.Exit, run.Errors));
        Assert.Equal(
            "default.yaml is sound: every combination of answers to its 20 questions has one outcome, each of its 5 rows and 14 conditions can matter, its 10 laws hold, and its 17 tests pass.\n",
            run.Output);
        Assert.Equal("""{"file":"default.yaml","sound":true,"findings":[]}""" + "\n", (await PlaybookRun.Of("check", "--json")).Output);
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
        { "law_never_applies", "laws.no_cloud_without_reach", "    when: unreachable_code_host\n    never", "    when:\n      all:\n        - users_full > 10\n        - users_full < 5\n    never" },
        { "test_failed", "tests.one_user_too_many", "    when: users_full > 20,000\n", "    when: users_full > 20,001\n" },
        { "law_broken", "laws.more_users", "    more: users_full\n    never_toward: one-click\n", "    more: users_full\n    never_toward: jointly-managed\n" },
    };

    [Theory]
    [MemberData(nameof(DeliberateFaults))]
    public async Task A_deliberate_fault_is_found_with_an_example(string kind, string where, string right, string wrong)
    {
        var file = files.Changed("policy.yaml", (right, wrong));
        var run = await PlaybookRun.Of("check", "--json", file);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        var report = Assert.Single(run.Decisions);
        Assert.Equal(["file", "sound", "findings"], report.EnumerateObject().Select(property => property.Name));
        Assert.False(report.GetProperty("sound").GetBoolean());
        var findings = report.GetProperty("findings").EnumerateArray().ToList();
        var finding = findings.Find(one => one.GetProperty("kind").GetString() == kind && one.GetProperty("where").GetString() == where);
        Assert.True(finding.ValueKind is System.Text.Json.JsonValueKind.Object, run.Output);
        Assert.Equal(["kind", "where", "message", "example", "line"], finding.EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(finding.GetProperty("message").GetString()!);
        if (finding.GetProperty("example") is { ValueKind: System.Text.Json.JsonValueKind.Object } example)
            Assert.Equal(0, (await DecideRun.Of($$"""{"id":"example","answers":{{example.GetRawText()}}}""", "decide")).Exit);
        else
            Assert.Contains(kind, new[] { "condition_never_holds", "strategy_never_reached", "question_never_asked", "law_never_applies" });
    }

    [Fact]
    public async Task A_dropped_row_is_found_although_tests_name_it_and_nobody_starts_with_such_a_playbook()
    {
        var file = files.Changed("policy.yaml", (LastRow, ""));
        var run = await PlaybookRun.Of("check", "--json", file);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        var findings = Assert.Single(run.Decisions).GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal("uncovered", Assert.Single(findings, finding => finding.GetProperty("where").GetString() == "routing").GetProperty("kind").GetString());
        var loose = findings.FindAll(finding => finding.GetProperty("kind").GetString() == "test_reference");
        Assert.Equal(4, loose.Count);
        Assert.Equal(("tests.one_user_too_many.row", "No row 'R5'."), (loose[0].GetProperty("where").GetString(), loose[0].GetProperty("message").GetString()));
        var line = loose[0].GetProperty("line").GetInt32();
        Assert.Equal("    row: R5", (await File.ReadAllLinesAsync(file))[line - 1]);
        Assert.Equal(2, (await DecideRun.Of("", "decide", "--playbook", file)).Exit);
    }

    [Fact]
    public async Task A_dropped_row_in_the_middle_hides_nothing_behind_the_test_that_names_it()
    {
        var at = PlaybookRun.DefaultYaml.IndexOf("  R4:\n", StringComparison.Ordinal);
        var row = PlaybookRun.DefaultYaml[at..PlaybookRun.DefaultYaml.IndexOf("  R5:\n", StringComparison.Ordinal)];
        var run = await PlaybookRun.Of("check", "--json", files.Changed("policy.yaml", (row, "")));
        Assert.Equal(1, run.Exit);
        var kinds = Assert.Single(run.Decisions).GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("kind").GetString()).ToList();
        Assert.Contains("test_reference", kinds);
        Assert.Contains("strategy_never_reached", kinds);
        Assert.Contains("condition_unread", kinds);
    }

    [Theory]
    [InlineData("    always: cloud\n", "    always: clowd\n", "laws.cloud_when_clear.always")]
    [InlineData("    more: users_full\n", "    more: users_total\n", "laws.more_users.more")]
    [InlineData("    when: unreachable_code_host\n    never", "    when: no_such_condition\n    never", "laws.no_cloud_without_reach.when")]
    [InlineData("    when: cluster_required is yes\n", "    when: cluster_required is sometimes\n", "laws.no_machine_against_a_cluster_rule.when")]
    public async Task A_law_that_names_what_there_is_not_is_a_finding_and_the_rest_is_proven(string right, string wrong, string where)
    {
        var run = await PlaybookRun.Of("check", "--json", files.Changed("policy.yaml", (right, wrong)));
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        var finding = Assert.Single(Assert.Single(run.Decisions).GetProperty("findings").EnumerateArray());
        Assert.Equal(("law_reference", where), (finding.GetProperty("kind").GetString(), finding.GetProperty("where").GetString()));
    }

    [Fact]
    public async Task Rules_past_a_ceiling_are_not_proven_and_not_in_force()
    {
        var file = files.File("policy.yaml", HostileFiles.Make("exploding diagram of pairs"));
        var run = await PlaybookRun.Of("check", "--json", file);
        Assert.Equal((1, ""), (run.Exit, run.Errors));
        var report = Assert.Single(run.Decisions);
        Assert.False(report.GetProperty("sound").GetBoolean());
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray());
        Assert.Equal("not_proven", finding.GetProperty("kind").GetString());
        Assert.Matches("^The rules are too intricate: their decision diagram needs more than [0-9]+,000,000 (steps|nodes|edges)[.]$", finding.GetProperty("message").GetString());
        Assert.Equal(2, (await DecideRun.Of("", "decide", "--playbook", file)).Exit);
    }

    [Fact]
    public async Task Under_a_unique_hit_policy_an_otherwise_is_one_mistake()
    {
        var run = await PlaybookRun.Of("check", files.Changed("policy.yaml", ("hit_policy: first\n", "hit_policy: unique\n")));
        Assert.Equal(1, run.Output.Split("routing.R5:").Length - 1);
        Assert.Contains("routing.R5: The row R5 always holds, so that it holds together with every other row", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_for_information_is_no_finding_and_no_row_may_read_it()
    {
        const string Question =
            """
              account_manager_known:
                topic: size
                answered_by: ce
                wording: Does the customer know their account manager?
                label: Account manager known
                why_we_ask: Sales wants to know.
                answer: yes or no
                values:
                  yes:
                    label: Yes
                    says: they know each other
                  no:
                    label: No
                    says: they do not know each other
            """;
        var asked = ("questions:\n  users_full:\n", $"questions:\n{Question}\n    for_information: yes\n\n  users_full:\n");
        var unmarked = await PlaybookRun.Of("check", files.Changed("unmarked.yaml", (asked.Item1, asked.Item2.Replace("    for_information: yes\n", "", StringComparison.Ordinal))));
        Assert.Contains("mark it 'for_information: yes'.", unmarked.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await PlaybookRun.Of("check", files.Changed("marked.yaml", asked))).Exit);
        var read = await PlaybookRun.Of("check", files.Changed("read.yaml", asked, ("        - cluster_required is no\n", "        - cluster_required is no\n        - account_manager_known is yes\n")));
        Assert.Equal(2, read.Exit);
        Assert.Contains("account_manager_known is asked for information only; nothing but a law may test it.", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_stands_at_its_line_with_a_row_that_would_help()
    {
        var file = files.Changed("policy.yaml", ("    when: otherwise\n", "    when: cluster_required is yes\n"));
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
        Assert.Equal(2, run.Exit);
        var report = Assert.Single(run.Decisions);
        Assert.Equal((file, false), (report.GetProperty("file").GetString(), report.GetProperty("sound").GetBoolean()));
        Assert.All(report.GetProperty("findings").EnumerateArray(), finding => Assert.Equal("unreadable", finding.GetProperty("kind").GetString()));
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
        var json = await PlaybookRun.Of("check", "--json", sound, "not-there.yaml", broken);
        Assert.Equal(2, json.Exit);
        Assert.Equal([(sound, true), ("not-there.yaml", false), (broken, false)], json.Decisions.Select(one => (one.GetProperty("file").GetString()!, one.GetProperty("sound").GetBoolean())));
        Assert.StartsWith("not-there.yaml: There is no such file: ", json.Errors, StringComparison.Ordinal);
        Assert.EndsWith(": This is a directory; name a file in it.\n", (await PlaybookRun.Of("check", Path.GetDirectoryName(sound)!)).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => files.Dispose();

    private static string LastRow
    {
        get
        {
            var at = PlaybookRun.DefaultYaml.IndexOf("  R5:\n", StringComparison.Ordinal);
            return PlaybookRun.DefaultYaml[at..(PlaybookRun.DefaultYaml.IndexOf("# -----", at, StringComparison.Ordinal) - 1)];
        }
    }
}
