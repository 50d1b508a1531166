using System.Text;
using DeploymentRouter.Web.CommandLine.Deciding;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public class DecideTests
{
    private const string Cloud =
        """
        {"id":"cloud","answers":{"required_certifications":["soc2"],"admin_access_ok":true,"audit_logging_ok":true,"other_cloud_blockers":false,"hosting_region":"us","code_host_types":["github"],"code_host_reachability":"public"}}
        """;

    private const string Waiting =
        """
        {"id":"wait","answers":{"required_certifications":["pci"],"code_host_reachability":"public","code_host_types":["github"],"hosting_region":"us","hosting_provider":"gcp","cloud_team_verdict":"will_build"}}
        """;

    [Fact]
    public async Task A_decided_case_has_strategy_rule_and_sentence()
    {
        var run = await DecideRun.Of(Cloud);
        Assert.Equal(
            """{"id":"cloud","possible":["cloud"],"open":[],"strategy":"cloud","rule":"R1","because":"Qualifies for Cloud, the preferred strategy."}""" + "\n",
            run.Output);
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.Exit);
    }

    [Fact]
    public async Task An_undecided_case_names_what_is_possible_and_what_it_hangs_on() =>
        Assert.Equal(
            """{"id":"wait","possible":["cloud","jointly-managed"],"open":["customer_waits_for_cloud"],"strategy":null,"rule":null,"because":null}""" + "\n",
            (await DecideRun.Of(Waiting)).Output);

    [Fact]
    public async Task While_two_rows_of_one_strategy_compete_there_is_no_rule()
    {
        // Supported: R1. Will be built and the customer waits: R2. Both are Cloud.
        var run = await DecideRun.Of(
            """{"id":"x","answers":{"required_certifications":["pci"],"code_host_reachability":"public","code_host_types":["github"],"hosting_region":"eu","cloud_team_verdict":"supported","customer_waits_for_cloud":true}}""" + "\n"
            + """{"id":"y","answers":{"required_certifications":[],"admin_access_ok":true,"audit_logging_ok":true,"other_cloud_blockers":false,"code_host_reachability":"public","code_host_types":["github"],"customer_waits_for_cloud":true}}""");
        Assert.Equal("R2", run.Decisions[0].GetProperty("rule").GetString());
        Assert.Equal("cloud", run.Decisions[1].GetProperty("strategy").GetString());
        Assert.Null(run.Decisions[1].GetProperty("rule").GetString());
        Assert.Null(run.Decisions[1].GetProperty("because").GetString());
        Assert.Empty(run.Decisions[1].GetProperty("open").EnumerateArray());
    }

    [Fact]
    public async Task Null_leaves_a_question_open() =>
        Assert.Equal(
            (await DecideRun.Of("""{"id":"a","answers":{}}""")).Output,
            (await DecideRun.Of("""{"id":"a","answers":{"users_full":null,"code_host_types":null}}""")).Output);

    [Fact]
    public async Task A_figure_above_the_full_one_is_no_fault_of_the_line() =>
        Assert.Equal(0, (await DecideRun.Of("""{"id":"a","answers":{"users_full":10,"users_initial":500}}""")).Exit);

    [Fact]
    public async Task Answers_come_in_the_order_of_the_cases_bad_lines_in_their_place()
    {
        var run = await DecideRun.Of($"{Cloud}\nnot json\n{Waiting}\n");
        Assert.Equal(["cloud", null, "wait"], run.Decisions.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("line 2: ", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("", null, "The line is not JSON.")]
    [InlineData("[1]", null, "The line is not an object.")]
    [InlineData("""{"id":"a","answers":{}} {}""", "a", "The line is not JSON.")]
    [InlineData("""{"id":"a","answers":{}""", "a", "The line is not JSON.")]
    [InlineData("""{"id":"\ud800","answers":{}}""", null, "The line is not JSON.")]
    [InlineData("""{"answers":{}}""", null, "'id' is missing.")]
    [InlineData("""{"id":7,"answers":{}}""", null, "'id' is not a text; put it in quotes.")]
    [InlineData("""{"id":"a"}""", "a", "'answers' is missing.")]
    [InlineData("""{"id":"a","answers":[]}""", "a", "'answers' is not an object;")]
    [InlineData("""{"id":"a","answers":{},"answers":{}}""", "a", "'answers' is given 2 times; keep one.")]
    [InlineData("""{"answers":{"users_ful":3},"id":"a"}""", "a", "unknown question 'users_ful'; did you mean 'users_full'?")]
    [InlineData("""{"id":"a","answers":{"":3}}""", "a", "unknown question ''")]
    [InlineData("""{"id":"a","answers":{"users_full":0}}""", "a", "users_full: expected a whole number from 1 to 1,000,000, got 0")]
    [InlineData("""{"id":"a","answers":{"admin_access_ok":"yes"}}""", "a", "admin_access_ok: expected true or false, got \"yes\"")]
    [InlineData("""{"id":"a","answers":{"users_full":1,"users_full":2}}""", "a", "users_full: answered twice; keep one")]
    [InlineData("""{"id":"a","answers":{"users_full":null,"users_full":null}}""", "a", "users_full: answered twice; keep one")]
    [InlineData("""{"id":"a","answers":{"users_full":2,"users_full":null}}""", "a", "users_full: answered twice; keep one")]
    public async Task A_bad_line_says_what_is_wrong_in_its_place_and_on_standard_error(string line, string? id, string error)
    {
        var run = await DecideRun.Of($"{line}\n{Cloud}\n");
        Assert.Equal(2, run.Exit);
        Assert.Equal(["id", "error"], run.Decisions[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(id, run.Decisions[0].GetProperty("id").GetString());
        Assert.StartsWith(error, run.Decisions[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.StartsWith($"line 1: {error}", run.Errors, StringComparison.Ordinal);
        Assert.Equal("cloud", run.Decisions[1].GetProperty("strategy").GetString());
    }

    [Fact]
    public async Task All_faults_of_a_line_are_named_together() =>
        Assert.Equal(
            "users_full: expected a whole number from 1 to 1,000,000, got -1; unknown question 'colour'; admin_access_ok: expected true or false, got 1",
            (await DecideRun.Of("""{"id":"a","answers":{"users_full":-1,"colour":"red","admin_access_ok":1}}""")).Decisions[0].GetProperty("error").GetString());

    [Fact]
    public async Task A_line_that_is_too_long_is_an_error_and_the_next_is_decided()
    {
        var longLine = $"{{\"id\":\"{new string('x', 3 * InputLines.MaxLength)}\",\"answers\":{{}}}}";
        var run = await DecideRun.Of($"{longLine}\n{Cloud}\n{longLine}");
        Assert.Equal(3, run.Lines.Length);
        Assert.Equal("The line is longer than 1048576 bytes; send fewer at a time.", run.Decisions[0].GetProperty("error").GetString());
        Assert.Equal("cloud", run.Decisions[1].GetProperty("strategy").GetString());
        Assert.StartsWith("line 1: The line is longer", run.Errors, StringComparison.Ordinal);
        Assert.Contains("\nline 3: The line is longer", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_an_error_of_their_line()
    {
        var run = await DecideRun.OfBytes([.. "{\"id\":\""u8, 0xff, .. "\",\"answers\":{}}\n"u8, .. Encoding.UTF8.GetBytes(Cloud)]);
        Assert.StartsWith("The line is not UTF-8 text.", run.Decisions[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("cloud", run.Decisions[1].GetProperty("strategy").GetString());
    }

    [Fact]
    public async Task Ids_pass_through_as_they_are()
    {
        var run = await DecideRun.Of("""{"id":"Zoë <\"1\"> \\ 日本 😀","answers":{}}""");
        Assert.Equal("Zoë <\"1\"> \\ 日本 😀", run.Decisions[0].GetProperty("id").GetString());
        Assert.Contains("Zoë <", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_carriage_returns_and_a_missing_last_line_end_are_no_faults()
    {
        var run = await DecideRun.OfBytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{Cloud}\r\n{Waiting}")]);
        Assert.Equal(0, run.Exit);
        Assert.Equal(2, run.Lines.Length);
        Assert.Equal((byte)'{', run.OutputBytes[0]);
        Assert.DoesNotContain('\r', run.Output);
    }

    [Fact]
    public async Task No_case_gives_no_line_and_is_fine() => Assert.Equal((0, ""), ((await DecideRun.Of("")).Exit, (await DecideRun.Of("")).Output));

    [Fact]
    public async Task Input_that_arrives_in_small_pieces_is_put_together()
    {
        var cases = string.Concat(Enumerable.Repeat($"{Cloud}\n{Waiting}\n", 20));
        var run = await DecideRun.OfStream(new Trickle(Encoding.UTF8.GetBytes(cases)));
        Assert.Equal((await DecideRun.Of(cases)).Output, run.Output);
        Assert.Equal(40, run.Lines.Length);
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken);
    }
}
