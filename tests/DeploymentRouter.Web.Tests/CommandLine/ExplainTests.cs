using System.Text.Json;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public class ExplainTests
{
    private const string Refused =
        """
        {"id":"x","answers":{"required_certifications":["pci"],"cloud_team_verdict":"will_not_build","code_host_reachability":"public","hosting_region":"any","code_host_types":["github"],"hosting_provider":"azure"}}
        """;

    private const string Open = """{"id":"y","answers":{"users_full":300,"repos_full":900,"required_certifications":["pci"],"code_host_reachability":"public"}}""";

    [Fact]
    public async Task Without_it_nothing_is_explained() =>
        Assert.DoesNotContain("explain", (await DecideRun.Of(Refused, "decide")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task The_explanation_stands_behind_the_decision()
    {
        var plain = (await DecideRun.Of(Refused, "decide")).Output;
        var explained = (await DecideRun.Of(Refused, "decide", "--explain")).Output;
        Assert.StartsWith(plain.TrimEnd('\n').TrimEnd('}') + ",\"explain\":{\"losing\":[", explained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_why_not_and_what_would_change_it()
    {
        var cloud = (await Explained(Refused)).GetProperty("losing")[0];
        Assert.Equal(
            """{"strategy":"cloud","because":"the customer requires PCI and the Cloud team will not build what the customer requires","answers":["cloud_team_verdict","required_certifications"],"changes":[{"to":{"cloud_team_verdict":"supported"},"by":["us"],"steps":[{"question":"cloud_team_verdict","from":"will_not_build","by":"us","if":"the Cloud team’s verdict is Supported"}],"cost":1,"open":[],"sentence":"Cloud becomes possible if the Cloud team’s verdict is Supported."},{"to":{"cloud_team_verdict":"will_build"},"by":["us"],"steps":[{"question":"cloud_team_verdict","from":"will_not_build","by":"us","if":"the Cloud team’s verdict is Will be built"}],"cost":1,"open":["customer_waits_for_cloud"],"sentence":"Cloud becomes possible if the Cloud team’s verdict is Will be built."}],"more":false,"sentence":"Cloud becomes possible if the Cloud team’s verdict is Supported."}""",
            cloud.GetRawText());
    }

    [Fact]
    public async Task It_names_the_answers_that_carry_the_decision()
    {
        var carrying = (await Explained(Refused)).GetProperty("carrying");
        Assert.Equal(
            """{"question":"hosting_provider","answer":"azure","otherwise":[{"answer":"aws","strategies":["one-click","one-click-into-jointly-managed"],"sentence":"One-Click and One-Click Into Jointly Managed become possible if it runs on AWS."}]}""",
            carrying.EnumerateArray().Single(line => line.GetProperty("question").GetString() == "hosting_provider").GetRawText());
    }

    [Fact]
    public async Task It_asks_next_what_tells_most_and_nothing_once_decided()
    {
        Assert.Equal(JsonValueKind.Null, (await Explained(Refused)).GetProperty("next").ValueKind);
        var next = (await Explained(Open)).GetProperty("next");
        Assert.Equal(["question", "wording", "answered_by"], next.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task It_has_three_sentences_for_the_phone() =>
        Assert.Equal(3, (await Explained(Open)).GetProperty("in_short").GetArrayLength());

    [Fact]
    public async Task Options_come_in_any_order_and_only_once()
    {
        Assert.Equal(0, (await DecideRun.Of("", "decide", "--explain")).Exit);
        Assert.Equal(2, (await DecideRun.Of("", "decide", "--explain", "--explain")).Exit);
        Assert.Equal(2, (await DecideRun.Of("", "decide", "--explain", "--playbook")).Exit);
        var missing = await DecideRun.Of("", "decide", "--playbook", "not-there.yaml", "--explain");
        Assert.StartsWith("not-there.yaml: There is no such file: ", missing.Errors, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Explained(string line) =>
        Assert.Single((await DecideRun.Of(line, "decide", "--explain")).Decisions).GetProperty("explain");
}
