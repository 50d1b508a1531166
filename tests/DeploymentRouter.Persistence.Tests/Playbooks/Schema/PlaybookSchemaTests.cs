using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Schema;

/// <summary>Editors complete and check playbooks by docs/playbook.schema.json; here it is held against what the loader takes.</summary>
public partial class PlaybookSchemaTests
{
    private static readonly SmallJsonSchema Schema = new(JsonNode.Parse(Data("playbook.schema.json"))!);

    [Fact]
    public void The_default_playbook_and_the_revisions_are_valid()
    {
        Assert.True(Accepts(DefaultYaml.Text));
        Assert.True(Accepts(Data("fifth-strategy.yaml")));
        Assert.True(Accepts(Data("new-names-and-limits.yaml")));
    }

    [Theory]
    [InlineData("hit_policy: first\n", "hit_policy: collect\n")]
    [InlineData("    changeable: our choice\n    asked_when: image", "    changeable: our choise\n    asked_when: image")]
    [InlineData("    title: Size\n", "    titel: Size\n")]
    [InlineData("    title: Size\n", "    title:\n")]
    [InlineData("    owners: [cloud, ce]\n", "    owners: cloud\n")]
    [InlineData("    owners: [cloud, ce]\n", "    owners: [cloud, cloud]\n")]
    [InlineData("opens: 07:00", "opens: 7am")]
    [InlineData("[monday, tuesday,", "[monday, teusday,")]
    [InlineData("    answer: at least one of\n", "    answer: at least one\n")]
    [InlineData("    none:\n      label: None\n      says: no certification is a hard requirement\n", "")]
    [InlineData("  users_limit: 20,000\n", "  users_limit: many\n")]
    [InlineData("            maximum: 4,000\n            prefill: growth\n", "            maximum: 4,000\n            prefill: weather\n")]
    [InlineData("    reading: users\n", "    reading: everybody\n")]
    [InlineData("        watches_growth: yes\n        form:", "        watches_growth: maybe\n        form:")]
    [InlineData("    reason: outgrown\n", "")]
    [InlineData("      - above: 5,000\n", "      - over: 5,000\n")]
    [InlineData("          - within: 24 hours\n", "          - within: 1 day or so\n")]
    [InlineData("        to: tam\n", "")]
    [InlineData("        - one_machine_will_do\n        - not: beyond_one_click\n", "        - one_machine_will_do\n        - nor: beyond_one_click\n")]
    [InlineData("    asked_when_text: Asked when something else forbids the machine image.\n", "")]
    [InlineData("    always: cloud\n", "    always: cloud\n    never: one-click\n")]
    [InlineData("    more: users_full\n", "")]
    [InlineData("    possible: [cloud, one-click]\n", "    possible: [cloud, one-click]\n    strategy: cloud\n")]
    [InlineData("    possible: [cloud, one-click]\n", "    possible: []\n")]
    [InlineData("        same_as: jointly-managed.project_plan\n", "        same_as: project_plan\n")]
    [InlineData("    runs_after: provision\n", "")]
    [InlineData("      days: 30\n", "")]
    [InlineData("        effect: resumes\n", "        effect: resumed\n")]
    [InlineData("        effect: resumes\n", "        effect: resumes\n        at_most_days: 30\n")]
    [InlineData("        at_most_days: 30\n", "")]
    [InlineData("  tam:\n    name: TAM", "  ta m:\n    name: TAM")]
    public void What_the_loader_refuses_by_its_shape_is_invalid(string right, string wrong)
    {
        Assert.NotEmpty(DefaultYaml.FaultsWith(right, wrong));
        Assert.False(Accepts(DefaultYaml.Replace(right, wrong)));
    }

    [Theory]
    [InlineData("1 hour", true)]
    [InlineData("4 working hours", true)]
    [InlineData("4 working hours in office hours", true)]
    [InlineData("4 hours in office hours", true)]
    [InlineData("1 hour in office hours, else 1 working day", true)]
    [InlineData("7 working days", true)]
    [InlineData("30 days", true)]
    [InlineData("30 calendar days", true)]
    [InlineData("about 30 days", true)]
    [InlineData("about 4 hours", false)]
    [InlineData("about 4 working days", false)]
    [InlineData("0 hours", false)]
    [InlineData("10000 hours", false)]
    [InlineData("4 working hours, else 1 working day", false)]
    public void A_target_is_one_for_both_or_for_neither(string words, bool isOne)
    {
        const string Target = "          - within: 24 hours\n";
        var changed = $"          - within: {words}\n";
        Assert.Equal(isOne, PlaybookFile.Load(DefaultYaml.Replace(Target, changed), "x.yaml").Playbook is not null);
        Assert.Equal(isOne, Accepts(DefaultYaml.Replace(Target, changed)));
    }

    [Fact]
    public void A_renamed_key_is_wrong_for_both_or_for_neither()
    {
        var lines = DefaultYaml.Text.Split('\n');
        var keys = lines.Index().Where(line => Key().IsMatch(line.Item)).Where((_, i) => i % 7 == 0).ToList();
        Assert.InRange(keys.Count, 100, 1_000);
        foreach (var (at, line) in keys)
        {
            string[] renamed = [.. lines];
            renamed[at] = Key().Replace(line, "${before}zzz:");
            var yaml = string.Join('\n', renamed);
            var faults = PlaybookFile.Load(yaml, "x.yaml").Faults;
            var isWrongShape = faults.Any(fault => fault.Message.StartsWith("Unknown key 'zzz'", StringComparison.Ordinal)
                || fault.Message.EndsWith("' is missing.", StringComparison.Ordinal));
            // References are for the loader alone, and what is missing because one leads nowhere.
            if (faults.Any(fault => fault.Message.StartsWith("No stage '", StringComparison.Ordinal))) continue;
            Assert.True(Accepts(yaml) ? !isWrongShape : faults.Count > 0, $"line {at + 1}: {line}");
        }
    }

    private static bool Accepts(string yaml) => Schema.Accepts(YamlAsJson.Read(yaml));

    private static string Data(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Playbooks", "Data", name));

    [GeneratedRegex("^(?<before> *(- )?)[a-z_]+:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Key();
}
