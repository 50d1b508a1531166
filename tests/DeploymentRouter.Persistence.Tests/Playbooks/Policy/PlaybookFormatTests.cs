using System.Text;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Playbooks.Formatting;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Policy;

public class PlaybookFormatTests
{
    [Fact]
    public void The_default_playbook_is_in_shape()
    {
        var formatted = Format(DefaultYaml.Text);
        Assert.Equal(DefaultYaml.Text, formatted.Text);
        Assert.Equal(0, formatted.ChangedLines);
    }

    [Fact]
    public void Indentation_line_ends_and_blank_lines_are_put_right()
    {
        var sloppy = string.Join("\r\n", DefaultYaml.Text.Split('\n').Select(line => Wider(line) + "  "));
        Assert.Equal(DefaultYaml.Text, Format($"\uFEFF\r\n\r\n{sloppy}\r\n\r\n\r\n").Text);
    }

    [Theory]
    [InlineData("a:\n- b\n-   c\n", "a:\n  - b\n  - c\n")]
    [InlineData("a:   {b: c,d: [e ,f]}\n", "a: {b: c, d: [e, f]}\n")]
    [InlineData("a:\n    - any:\n        - b\n        -  not:   c\n", "a:\n  - any:\n      - b\n      - not: c\n")]
    [InlineData("a: one\n   two\n\n\n   three\nb: c\n", "a: one\n  two\n\n\n  three\nb: c\n")]
    [InlineData("a: 'one\n   two'\nb: \"x\n\n y\"\n", "a: 'one\n  two'\nb: \"x\n\n  y\"\n")]
    [InlineData("a:\n   b: |\n       one\n         two\n\n       three\n\n\n   c: d\n", "a:\n  b: |\n    one\n      two\n\n    three\n\n  c: d\n")]
    [InlineData("a:\n    [b,\n  c,\n  ]\n", "a:\n  [b,\n  c,\n  ]\n")]
    [InlineData("a:\n      b\n", "a:\n  b\n")]
    public void Each_construct_has_one_layout(string sloppy, string right)
    {
        Assert.Equal(right, Format(sloppy).Text);
        Assert.Equal(right, Format(right).Text);
    }

    [Fact]
    public void Comments_stay_and_stand_with_what_follows_them() =>
        Assert.Equal(
            "# top\na:\n  # of b\n  b: c # why\n\n# of d\nd: e\n# end\n",
            Format("  # top\na:\n # of b\n    b: c # why\n\n\n    # of d\nd: e\n   # end").Text);

    [Fact]
    public void Only_lines_that_change_are_counted()
    {
        Assert.Equal(1, Format("a:\n  b: c\n  d:   e\n").ChangedLines);
        Assert.Equal(2, Format("a:\n   b: c\n   d: e\n").ChangedLines);
    }

    [Theory]
    [InlineData("a: [b\n", "This is not valid YAML")]
    [InlineData("a: &b c\n", "Anchors")]
    [InlineData("a: b\na: c\n", "'a' is given twice; keep one.")]
    [InlineData("a: |1\n   b\n  c\n", "Its layout is unusual")]
    public void What_cannot_be_laid_out_safely_is_refused(string yaml, string message)
    {
        var formatted = Format(yaml);
        Assert.Null(formatted.Text);
        Assert.StartsWith(message, Assert.Single(formatted.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_happens_to_the_file_formatting_twice_is_formatting_once_and_changes_no_meaning()
    {
        var chance = new Random(20221007);
        var formattedFiles = 0;
        for (var round = 0; round < 80; round++)
        {
            var damaged = Damage.Of(DefaultYaml.Text, chance, 1 + (round % 4));
            if (Format(damaged).Text is not { } once)
                continue;
            formattedFiles++;
            Assert.Equal(once, Format(once).Text);
            Assert.Equal(Messages(damaged), Messages(once));
        }
        Assert.InRange(formattedFiles, 10, 79);
    }

    private static IEnumerable<string> Messages(string yaml) =>
        PlaybookFile.Load(yaml, "x.yaml").Faults.Select(fault => $"{fault.Path}: {fault.Message}").Order(StringComparer.Ordinal);

    private static FormattedPlaybook Format(string yaml) => PlaybookFormat.Format(Encoding.UTF8.GetBytes(yaml), "x.yaml");

    private static string Wider(string line)
    {
        var content = line.TrimStart(' ');
        var dash = content.StartsWith("- ", StringComparison.Ordinal) ? "-   " : "";
        return new string(' ', 2 * (line.Length - content.Length)) + dash + content[Math.Min(dash.Length, 2)..];
    }
}
