namespace DeploymentRouter.Persistence.Tests.Playbooks.Policy;

/// <summary>Marks, laws and tests that cannot be understood are faults of their line, like everything else in the file.</summary>
public class PolicyFaultTests
{
    [Theory]
    [InlineData("    changeable: our choice\n    asked_when: image", "    changeable: our choise\n    asked_when: image", "questions.image_restriction_verdict.changeable",
        "'our choise' is not one of: fact, our choice, customer's choice, time; did you mean 'our choice'?")]
    [InlineData("        would_be: it runs on AWS\n", "        would_be: it runs on {provider}\n", "questions.hosting_provider.values.aws.would_be",
        "Only {value} can stand here, not {provider}.")]
    [InlineData("hit_policy: first\n", "hit_policy: collect\n", "hit_policy", "'collect' is not one of: first, unique.")]
    // Laws.
    [InlineData("    when: unreachable_code_host\n", "    when: unreachable_codehost\n", "laws.no_cloud_without_reach.when",
        "No condition 'unreachable_codehost'; did you mean 'unreachable_code_host'?")]
    [InlineData("    when: unreachable_code_host\n    never", "    when: code_host_reachabilty is unreachable\n    never", "laws.no_cloud_without_reach.when",
        "No question 'code_host_reachabilty'; did you mean 'code_host_reachability'?")]
    [InlineData("    when: cluster_required is yes\n", "    when: cluster_required is sometimes\n", "laws.no_machine_against_a_cluster_rule.when",
        "'cluster_required is sometimes': cluster_required has no value 'sometimes'; it has yes, no.")]
    [InlineData("    always: cloud\n", "    always: clowd\n", "laws.cloud_when_clear.always", "No strategy 'clowd'; did you mean 'cloud'?")]
    [InlineData("    always: cloud\n", "    always: []\n", "laws.cloud_when_clear.always", "At least one strategy is needed here.")]
    [InlineData("    always: cloud\n", "    always: cloud\n    never: one-click\n", "laws.cloud_when_clear",
        "A law says exactly one of 'never', 'always' and 'never_toward', each with the strategies it speaks of.")]
    [InlineData("    more: users_full\n", "    more: hosting_provider\n", "laws.more_users.more", "Of hosting_provider there is no more or less: it is answered with one of several values. 'more' takes a whole number, yes or no, or any of.")]
    [InlineData("    more: users_full\n", "    more: users_ful\n", "laws.more_users.more", "No question 'users_ful'; did you mean 'users_full'?")]
    [InlineData("    more: users_full\n", "", "laws.more_users", "'more' is missing.")]
    [InlineData("    sentence: An unreachable code host never", "    sentence: A {code_host_reachability} code host never", "laws.no_cloud_without_reach.sentence",
        "This sentence stands for itself; nothing in braces can be filled in here.")]
    // Tests.
    [InlineData("      code_host_reachability: private_link\n", "      code_host_reachabilty: private_link\n", "tests.private_link.answers.code_host_reachabilty",
        "No question 'code_host_reachabilty'; did you mean 'code_host_reachability'?")]
    [InlineData("      code_host_reachability: private_link\n", "      code_host_reachability: privat_link\n", "tests.private_link.answers.code_host_reachability",
        "'privat_link' is not one of: public, allowlist, private_link, unreachable; did you mean 'private_link'?")]
    [InlineData("      users_full: 25,000\n", "      users_full: 0\n", "tests.large_cloud.answers.users_full",
        "A whole number from 1 to 1,000,000 is expected, got '0'.")]
    [InlineData("      cluster_required: yes\n", "      cluster_required: true\n", "tests.cluster_rule.answers.cluster_required",
        "'true' is not one of: yes, no.")]
    [InlineData("      required_certifications: [fedramp]\n", "      required_certifications: fedramp\n", "tests.verdict_awaited.answers.required_certifications",
        "A list is expected here, for example [soc2].")]
    [InlineData("      required_certifications: [fedramp]\n", "      required_certifications: [pci, pci]\n", "tests.verdict_awaited.answers.required_certifications[1]",
        "'pci' is given twice; keep one.")]
    [InlineData("      hosting_provider: azure\n    strategy: jointly-managed\n    row: R5\n", "      hosting_provider: azure\n    strategy: jointly-managed\n    row: R6\n",
        "tests.another_provider.row", "No row 'R6'.")]
    [InlineData("      hosting_provider: azure\n    strategy: jointly-managed\n    row: R5\n", "      hosting_provider: azure\n    strategy: jointly-managed\n    row: R1\n",
        "tests.another_provider.row", "Row 'R1' leads to cloud, not to jointly-managed.")]
    [InlineData("      hosting_provider: azure\n    strategy: jointly-managed\n    row: R5\n", "      hosting_provider: azure\n    row: R5\n",
        "tests.another_provider", "A test expects either one 'strategy', or the 'possible' ones where its answers leave several.")]
    [InlineData("    possible: [cloud, one-click]\n", "    possible: [cloud, one-klick]\n", "tests.verdict_awaited.possible[1]",
        "No strategy 'one-klick'; did you mean 'one-click'?")]
    [InlineData("    possible: [cloud, one-click]\n", "    possible: [cloud, one-click]\n    row: R1\n", "tests.verdict_awaited.row",
        "Where several strategies are possible, no single row decides.")]
    [InlineData("    possible: [cloud, one-click]\n", "    posible: [cloud, one-click]\n", "tests.verdict_awaited.posible",
        "Unknown key 'posible'; did you mean 'possible'?")]
    public void Each_kind_of_fault_is_named_with_its_place(string right, string wrong, string path, string message)
    {
        var faults = DefaultYaml.FaultsWith(right, wrong);
        var fault = faults.FirstOrDefault(one => one.Path == path);
        Assert.True(fault is not null, $"No fault at {path}, but:\n{string.Join('\n', faults)}");
        Assert.Equal(message, fault.Message);
        Assert.InRange(fault.Line, DefaultYaml.LineOf(right) - 6, DefaultYaml.LineOf(right) + right.Count(c => c == '\n') + 2);
    }
}
