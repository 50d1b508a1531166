using System.Diagnostics;
using System.Globalization;
using System.Text;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

public class RefusedFileTests
{
    [Fact]
    public void A_bomb_of_aliases_is_refused_at_the_first_anchor()
    {
        var bomb = new StringBuilder("a: &a [x, x]\n");
        for (var c = 'b'; c <= 'z'; c++)
            bomb.Append(CultureInfo.InvariantCulture, $"{c}: &{c} [*{(char)(c - 1)}, *{(char)(c - 1)}]\n");
        AssertRefused(bomb.ToString(), 1, "Anchors (&name) and aliases (*name) are not allowed in a playbook.");
    }

    [Theory]
    [InlineData("", 1, "The file is empty.")]
    [InlineData("# only a comment\n", 1, "The file is empty.")]
    [InlineData("just words", 1, "A playbook starts with keys such as 'name:' and 'teams:'.")]
    [InlineData("name: *x\n", 1, "Anchors (&name) and aliases (*name) are not allowed in a playbook.")]
    [InlineData("name: !!int 3\n", 1, "Tags (!name) are not allowed in a playbook.")]
    [InlineData("name: x\n---\nname: y\n", 2, "A playbook is one YAML document; a second one starts here.")]
    [InlineData("name: x\n? [a, b]\n: c\n", 2, "A key is a text of 1 to 100 characters.")]
    public void What_is_not_plain_YAML_is_refused(string yaml, int line, string message) => AssertRefused(yaml, line, message);

    [Fact]
    public void Broken_YAML_names_its_line()
    {
        var fault = Assert.Single(PlaybookFile.Load("name: x\nteams: [a, b\nrest: c\n", "x.yaml").Faults);
        Assert.StartsWith("This is not valid YAML", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, fault.Line);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    public void A_deep_file_is_refused_and_neither_crashes_nor_hangs(string opening)
    {
        var watch = Stopwatch.StartNew();
        var deep = string.Concat(Enumerable.Repeat(opening, 200_000));
        Assert.NotEmpty(PlaybookFile.Load($"name: x\nteams:\n  {deep}", "deep.yaml").Faults);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void A_file_above_one_MiB_is_refused() =>
        AssertRefused(new string('#', PlaybookFile.MaxBytes + 1), 1, "A playbook has at most 1,048,576 bytes.");

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused() =>
        Assert.Equal("The file is not UTF-8 text.", Assert.Single(PlaybookFile.Load([0x6e, 0xff, 0xfe], "x.yaml").Faults).Message);

    [Fact]
    public void A_byte_order_mark_is_no_fault() =>
        Assert.Empty(PlaybookFile.Load([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(DefaultYaml.Text)], "x.yaml").Faults);

    [Fact]
    public void A_file_that_is_not_there_is_a_fault_like_any_other()
    {
        var fault = Assert.Single(PlaybookFile.LoadFrom(Path.Combine(Path.GetTempPath(), "not-there.yaml")).Faults);
        Assert.StartsWith("not-there.yaml: There is no such file: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_read_like_the_one_built_in()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, DefaultYaml.Text);
            Assert.Equal(DefaultYaml.Playbook.Hash, PlaybookFile.LoadFrom(path).Require().Hash);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Asking_for_the_playbook_of_a_broken_file_says_every_fault()
    {
        var refused = Assert.Throws<PlaybookRefusedException>(() => PlaybookFile.Load("name: x\n", "x.yaml").Require());
        Assert.Contains("x.yaml:1: 'version' is missing.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("x.yaml:1: 'teams' is missing.", refused.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string yaml, int line, string message)
    {
        var load = PlaybookFile.Load(yaml, "x.yaml");
        Assert.Null(load.Playbook);
        var fault = Assert.Single(load.Faults);
        Assert.Equal((line, message), (fault.Line, fault.Message));
    }
}
