namespace DeploymentRouter.Persistence.Tests.Playbooks;

public class BrokenPlaybookTests
{
    [Fact]
    public void A_fault_is_written_as_compilers_write_it()
    {
        var fault = DefaultYaml.OnlyFaultWith("        - admin_access_ok is no\n", "        - admin_acces_ok is no\n");
        Assert.Equal(
            $"broken.yaml:{DefaultYaml.LineOf("        - admin_access_ok is no\n")}: conditions.hard_cloud_blocker.when.any[1]: "
            + "No question 'admin_acces_ok'; did you mean 'admin_access_ok'?",
            fault.ToString());
        Assert.Equal(11, fault.Column);
    }

    [Theory]
    // Keys.
    [InlineData("    why_we_ask: Trouble that", "    whi_we_ask: Trouble that", "questions.single_machine_issues.whi_we_ask",
        "Unknown key 'whi_we_ask'; did you mean 'why_we_ask'?")]
    [InlineData("    name: Cloud office hours\n", "", "calendars.cloud-office-hours", "'name' is missing.")]
    [InlineData("  users_limit: 20,000\n", "  users_limit: 20,000\n  users_limit: 1\n", "growth",
        "'users_limit' is given twice; keep one.")]
    [InlineData("  tam:\n    name: TAM", "  ta m:\n    name: TAM", "teams.ta m",
        "'ta m' is not an id: use letters, digits, '_' and '-', at most 64 characters.")]
    // Kinds of values.
    [InlineData("    title: Size\n", "    title: [Size]\n", "topics.size.title",
        "One text is expected here, not a list or keys with values.")]
    [InlineData("    title: Size\n", "    title:\n", "topics.size.title", "A text is missing here.")]
    [InlineData("teams:\n  cloud:\n    name: Cloud\n    full_name: Cloud team\n", "teams:\n  cloud: Cloud\n", "teams.cloud",
        "Keys with values are expected here, each on a line of its own.")]
    [InlineData("    owners: [cloud, ce]\n", "    owners: cloud\n", "strategies.cloud.owners",
        "A list is expected here, for example [cloud, ce].")]
    [InlineData("    utilisation_percent: 75\n", "    utilisation_percent: 750\n", "growth.amber.utilisation_percent",
        "A whole number from 1 to 100 is expected, got '750'.")]
    [InlineData("    stage: ie_request\n", "    stage: kubernetes_deployment\n", "growth.engagement.stage",
        "No stage with another one after it 'kubernetes_deployment'.")]
    [InlineData("    reason: outgrown\n", "    reason: outgrow\n", "growth.engagement.reason", "No override reason 'outgrow'; did you mean 'outgrown'?")]
    [InlineData("    holds_for_days: 90\n    reading: users\n", "    holds_for_days: 0\n    reading: users\n", "questions.users_full.holds_for_days",
        "A whole number from 1 to 3,650 is expected, got '0'.")]
    [InlineData("            prefill: answer hosting_provider\n", "            prefill: answer hosting\n",
        "strategies.jointly-managed.stages.ie_request.form.expected_hosting_provider.prefill", "No question 'hosting'.")]
    [InlineData("            maximum: 4,000\n            prefill: growth\n", "            maximum: 4,000\n            prefill: weather\n", "strategies.jointly-managed.stages.ie_request.form.more_information.prefill",
        "'weather' is not one of: opportunity, growth, answer and a question's id.")]
    [InlineData("      - above: 5,000\n", "      - above: many\n", "priority.size.users[0].above",
        "A whole number from 0 to 1,000,000,000,000 is expected, got 'many'.")]
    [InlineData("    answer: at least one of\n", "    answer: at least one\n", "questions.code_host_types.answer",
        "'at least one' is not one of: yes or no, one of, any of, at least one of, whole number; did you mean 'at least one of'?")]
    [InlineData("opens: 07:00", "opens: 7am", "calendars.cloud-office-hours.opens", "'7am' is not a time; write it as 07:00.")]
    [InlineData("holidays: []", "holidays: [25.12.2026]", "calendars.cloud-office-hours.holidays[0]",
        "'25.12.2026' is not a date; write it as 2026-12-25.")]
    [InlineData("[monday, tuesday,", "[monday, teusday,", "calendars.cloud-office-hours.working_days[1]",
        "'teusday' is not a day; did you mean 'tuesday'?")]
    [InlineData("time_zone: UTC", "time_zone: Mars/Olympus", "calendars.cloud-office-hours.time_zone",
        "No time zone 'Mars/Olympus'; write UTC or a name such as Europe/Paris.")]
    [InlineData("closes: 22:00", "closes: 06:00", "calendars.cloud-office-hours", "It must open before it closes.")]
    // References.
    [InlineData("    answered_by: ie\n", "    answered_by: ei\n", "questions.image_restriction_verdict.answered_by",
        "No team 'ei'; did you mean 'ie'?")]
    [InlineData("    topic: size\n    answered_by: ce\n    changeable: fact\n    wording: How many people", "    topic: sizes\n    answered_by: ce\n    wording: How many people",
        "questions.users_full.topic", "No topic 'sizes'; did you mean 'size'?")]
    [InlineData("    strategy: one-click\n    because", "    strategy: one-klick\n    because", "routing.R3.strategy",
        "No strategy 'one-klick'; did you mean 'one-click'?")]
    [InlineData("    not_above: users_full\n", "    not_above: own_base_image\n", "questions.users_initial.not_above",
        "No question with a whole number 'own_base_image'.")]
    [InlineData("    note_needed_for: [yes]\n", "    note_needed_for: [maybe]\n", "questions.other_cloud_blockers.note_needed_for[0]",
        "No value 'maybe'.")]
    // Words.
    [InlineData("holds: it runs on {hosting_provider} and", "holds: it runs on {hosting_providr} and", "conditions.one_machine_will_do.holds",
        "No question 'hosting_providr'; did you mean 'hosting_provider'?")]
    [InlineData("says: the initial roll-out has {value} users", "says: the initial roll-out has many users", "questions.users_initial.says",
        "{value} must stand where the answer belongs.")]
    [InlineData("says: the customer waits for Cloud", "says: the customer waits {for Cloud", "questions.customer_waits_for_cloud.values.yes.says",
        "A brace is open or closed alone; write {question_id}.")]
    [InlineData("    because: Neither Cloud nor One-Click is an option.", "    because: Neither is an option for {users_full}.", "routing.R5.because",
        "This sentence stands for itself; nothing in braces can be filled in here.")]
    [InlineData("        says: the customer waits for Cloud\n", "", "questions.customer_waits_for_cloud.values.yes", "'says' is missing.")]
    // Formulas.
    [InlineData("    when: users_full > 20,000\n", "    when: users_full above 20,000\n", "conditions.too_many_users.when",
        "'users_full above 20,000' is not a rule line. Expected 'is', 'is not', 'is one of [...]', 'is between ... and ...', "
        + "'is empty', 'contains', '>', '>=', '<' or '<=' after 'users_full', found 'above'.")]
    [InlineData("        - one_machine_will_do\n        - not: beyond_one_click\n", "        - one_machine_will_do\n        - nor: beyond_one_click\n",
        "routing.R3.when.all[1]", "A formula is one line of text, or exactly one of 'all:', 'any:' and 'not:' with what belongs to it.")]
    [InlineData("        - cloud_must_build_first\n        - customer_waits_for_cloud is yes\n    strategy",
        "        - cloud_must_built_first\n        - customer_waits_for_cloud is yes\n    strategy", "routing.R2.when.all[0]",
        "No condition 'cloud_must_built_first'; did you mean 'cloud_must_build_first'?")]
    [InlineData("        - hosting_provider is aws\n", "        - hosting_provider is awss\n", "conditions.one_machine_will_do.when.all[0]",
        "'hosting_provider is awss': hosting_provider has no value 'awss'; it has aws, gcp, azure, other_cloud, own_data_center.")]
    [InlineData("    when: repos_full > 200,000\n", "    when: repos_full > 6,000,000\n", "conditions.too_many_repositories.when",
        "'repos_full > 6000000': 6,000,000 is outside of repos_full, which takes a whole number from 1 to 5,000,000.")]
    [InlineData("        - cluster_required is no\n", "        - cluster_required > 30\n", "conditions.one_machine_will_do.when.all[1]",
        "'cluster_required > 30' does not fit cluster_required, which takes yes or no.")]
    [InlineData("    when: users_initial <= 20,000\n", "    when: users_initial <= users_full\n", "conditions.initial_users_fit.when",
        "'users_initial <= users_full' is not a rule line. Expected a whole number such as 20000 or 20_000, found 'users_full'. "
        + "No line compares two answers; the 'not_above' of a question keeps one number from passing another.")]
    [InlineData("    when: users_full > 20,000\n", "    when:\n      any: [users_full > 20,000, repos_full > 5]\n", "conditions.too_many_users.when.any[1]",
        "Inside brackets and braces a comma begins the next entry: write a number there without commas (20000), or put what belongs together in quotes.")]
    [InlineData("    answers:\n      users_full: 500\n", "    answers: {users_full: 32,000}\n    answers2:\n      users_full: 500\n", "tests.only_the_size.answers.000",
        "Inside brackets and braces a comma begins the next entry: write a number there without commas (20000), or put what belongs together in quotes.")]
    [InlineData("    says: the initial roll-out has {value} users\n", "    says: {value}\n", "questions.users_initial.says", "Put the text in quotes: it begins with '{'.")]
    // Stages.
    [InlineData("        same_as: jointly-managed.project_plan\n", "        same_as: jointly-managed.projekt_plan\n",
        "strategies.one-click-into-jointly-managed.stages.project_plan.same_as",
        "No stage 'jointly-managed.projekt_plan' stands above; name it as strategy.stage; did you mean 'jointly-managed.project_plan'?")]
    [InlineData("        to: tam\n", "", "strategies.one-click.stages.hand_over_to_tam", "'to' is missing.")]
    [InlineData("          - within: 24 hours\n", "          - within: 1 day or so\n", "strategies.cloud.stages.cloud_review.targets[0].within",
        "'1 day or so' is not a target; write it like one of: 24 hours; 7 working days; 4 working hours; 1 hour in office hours, else 1 working day; "
        + "30 calendar days; about 30 days.")]
    [InlineData("            counted_from: agreement_date\n", "            counted_from: agrement_date\n",
        "strategies.cloud.stages.provision.targets[0].counted_from", "No date field 'agrement_date'; did you mean 'agreement_date'?")]
    [InlineData("              is: production\n", "              is: productive\n", "strategies.cloud.stages.provision.targets[0].applies_when.is",
        "No value 'productive'; did you mean 'production'?")]
    // Operations.
    [InlineData("    runs_after: provision\n", "    runs_after: provisioned\n", "strategies.cloud.runs_after",
        "No stage of this strategy 'provisioned'; did you mean 'provision'?")]
    [InlineData("        confirm: slug\n", "        confirm: slugg\n", "strategies.cloud.operations.tear_down.confirm",
        "No text field of a stage 'slugg'; did you mean 'slug'?")]
    [InlineData("        at_most_times: 2\n", "        at_most_times: twice\n", "strategies.cloud.operations.extend_trial.at_most_times",
        "A whole number from 1 to 100 is expected, got 'twice'.")]
    [InlineData("        effect: resumes\n", "        effect: resumed\n", "strategies.cloud.operations.resume.effect",
        "'resumed' is not one of: extends, converts, suspends, resumes, ends; did you mean 'resumes'?")]
    [InlineData("        effect: resumes\n", "        effect: resumes\n        at_most_days: 30\n", "strategies.cloud.operations.resume.at_most_days",
        "Unknown key 'at_most_days'.")]
    public void Each_kind_of_fault_is_named_with_its_place(string right, string wrong, string path, string message)
    {
        var faults = DefaultYaml.FaultsWith(right, wrong);
        var fault = faults.FirstOrDefault(one => one.Path == path);
        Assert.True(fault is not null, $"No fault at {path}, but:\n{string.Join('\n', faults)}");
        Assert.Equal(message, fault.Message);
        Assert.InRange(fault.Line, DefaultYaml.LineOf(right) - 7, DefaultYaml.LineOf(right) + right.Count(c => c == '\n') + 2);
    }

    [Theory]
    [InlineData("    says: the initial roll-out has {value} users\n", "    says: {value} users\n", "Put the text in quotes: it begins with '{'.")]
    [InlineData("    because: Neither Cloud nor One-Click is an option.\n", "    because: Last: nothing else is left.\n",
        "Put the text in quotes: it has a colon in it, after which YAML expects a value.")]
    [InlineData("    because: Neither Cloud nor One-Click is an option.\n", "    because: Nothing\0else is left.\n", "A character that nobody sees (U+0000) stands here; take it out.")]
    public void Text_that_YAML_cannot_take_as_it_is_gets_advice_at_its_line(string right, string wrong, string message)
    {
        var fault = DefaultYaml.OnlyFaultWith(right, wrong);
        Assert.Equal((DefaultYaml.LineOf(right), message), (fault.Line, fault.Message));
    }

    [Fact]
    public void What_is_typed_to_confirm_cannot_be_left_empty()
    {
        const string Slug = "            help: Becomes part of the address. Lower-case letters, digits and hyphens.\n            type: text\n";
        var fault = DefaultYaml.OnlyFaultWith($"{Slug}            required: yes\n", Slug);
        Assert.Equal(
            ("strategies.cloud.operations.tear_down.confirm", "'slug' can be left empty; only a field with 'required: yes' can be typed to confirm."),
            (fault.Path, fault.Message));
    }

    [Fact]
    public void A_slip_in_a_range_is_one_fault_and_not_one_for_each_test_of_the_question()
    {
        var fault = DefaultYaml.OnlyFaultWith("    to: 1,000,000\n    unit: users\n    says: there will be", "    to: 1,000,00O\n    unit: users\n    says: there will be");
        Assert.Equal("questions.users_full.to", fault.Path);
    }

    [Fact]
    public void What_a_message_quotes_is_kept_short_and_more_than_a_hundred_faults_are_said_to_be_more()
    {
        var fault = DefaultYaml.OnlyFaultWith("    when: users_full > 20,000\n", $"    when: users_full {new string('x', 500_000)}\n");
        Assert.InRange(fault.Message.Length, 50, 400);
        Assert.Contains("xxx…'", fault.Message, StringComparison.Ordinal);
        var many = string.Concat(Enumerable.Range(0, 150).Select(i => $"  key{i}: x\n"));
        var faults = DefaultYaml.FaultsWith("growth:\n", $"growth:\n{many}");
        Assert.Equal(101, faults.Count);
        Assert.Equal("broken.yaml: There may be more faults; at most 100 are named at once.", faults[^1].ToString());
    }

    [Fact]
    public void A_condition_that_goes_round_in_a_circle_is_named()
    {
        var fault = DefaultYaml.OnlyFaultWith("        - image_restrictions is no\n", "        - one_machine_will_do\n");
        Assert.Matches("^conditions[.](restrictions_are_workable|one_machine_will_do)", fault.Path);
        Assert.Contains("restrictions_are_workable", fault.Message, StringComparison.Ordinal);
        Assert.Contains("one_machine_will_do", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_leaves_a_case_undecided_is_named()
    {
        var fault = DefaultYaml.OnlyFaultWith("    when: otherwise\n", "    when: beyond_one_click\n");
        Assert.Equal("routing", fault.Path);
    }

    [Fact]
    public void All_faults_are_reported_together_in_the_order_of_the_file()
    {
        var yaml = DefaultYaml.Replace("    title: Size\n", "    titel: Size\n")
            .Replace("    strategy: one-click\n    because", "    strategy: two-click\n    because", StringComparison.Ordinal)
            .Replace("  users_limit: 20,000\n", "  users_limit: zero\n", StringComparison.Ordinal);
        var faults = DeploymentRouter.Persistence.Playbooks.PlaybookFile.Load(yaml, "broken.yaml").Faults;
        Assert.Equal(
            ["topics.size", "topics.size.titel", "routing.R3.strategy", "growth.users_limit"],
            faults.Select(fault => fault.Path));
    }
}
