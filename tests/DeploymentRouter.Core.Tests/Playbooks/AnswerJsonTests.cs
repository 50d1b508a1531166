using System.Text;
using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Playbooks;

public class AnswerJsonTests
{
    private static readonly Domain Certifications = new AnyOfDomain(["soc2", "iso27001", "pci"], 0);
    private static readonly Domain CodeHosts = new AnyOfDomain(["github", "gitlab"], 1);
    private static readonly Domain Provider = new OneOfDomain(["aws", "gcp"]);
    private static readonly Domain Users = new WholeNumberDomain(1, 1_000_000);

    [Fact]
    public void Each_kind_of_answer_is_read_and_written_back_the_same()
    {
        Assert.Equal(new YesNoAnswer(true), RoundTrip(new YesNoDomain(), "true"));
        Assert.Equal(new ChoiceAnswer("aws"), RoundTrip(Provider, "\"aws\""));
        Assert.Equal(new ChoicesAnswer(["iso27001", "soc2"]), RoundTrip(Certifications, """["iso27001","soc2"]"""));
        Assert.Equal(new ChoicesAnswer([]), RoundTrip(Certifications, "[]"));
        Assert.Equal(new NumberAnswer(1_000_000), RoundTrip(Users, "1000000"));
        Assert.Null(RoundTrip(Users, "null"));
    }

    [Fact]
    public void The_order_in_which_values_are_chosen_does_not_matter() =>
        Assert.Equal(Read(Certifications, """["soc2","pci"]""").Answer, Read(Certifications, """["pci","soc2"]""").Answer);

    [Theory]
    [InlineData("0", "q: expected a whole number from 1 to 1,000,000, got 0")]
    [InlineData("1000001", "q: expected a whole number from 1 to 1,000,000, got 1000001")]
    [InlineData("1.5", "q: expected a whole number from 1 to 1,000,000, got 1.5")]
    [InlineData("99999999999999999999", "q: expected a whole number from 1 to 1,000,000, got 99999999999999999999")]
    [InlineData("\"300\"", "q: expected a whole number from 1 to 1,000,000, got \"300\"")]
    [InlineData("""{"a":[1,2]}""", """q: expected a whole number from 1 to 1,000,000, got {"a":[1,2]}""")]
    public void A_number_out_of_range_or_of_another_kind_is_refused_in_words(string json, string error) =>
        Assert.Equal(error, Read(Users, json).Error);

    [Theory]
    [InlineData("1", "q: expected true or false, got 1")]
    [InlineData("\"yes\"", "q: expected true or false, got \"yes\"")]
    public void Yes_or_no_is_true_or_false(string json, string error) => Assert.Equal(error, Read(new YesNoDomain(), json).Error);

    [Theory]
    [InlineData("\"AWS\"", "q: expected one of aws, gcp, got \"AWS\"")]
    [InlineData("""["aws"]""", """q: expected one of aws, gcp, got ["aws"]""")]
    public void A_choice_is_one_of_the_values(string json, string error) => Assert.Equal(error, Read(Provider, json).Error);

    [Theory]
    [InlineData("\"github\"")]
    [InlineData("[]")]
    [InlineData("""["github","github"]""")]
    [InlineData("""["github","svn"]""")]
    [InlineData("""["github",["gitlab"]]""")]
    [InlineData("""["github",null]""")]
    public void Choices_are_a_list_of_different_values_and_enough_of_them(string json) =>
        Assert.Equal($"q: expected a list with at least 1 of github, gitlab, none twice, got {json}", Read(CodeHosts, json).Error);

    [Fact]
    public void A_long_wrong_value_is_cut_short() =>
        Assert.EndsWith("xxx…", Read(Provider, $"\"{new string('x', 5_000)}\"").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("""["github",{"deep":[1]}]""")]
    [InlineData("""{"deep":{"deeper":[]}}""")]
    [InlineData("7")]
    public void Reading_goes_on_behind_a_wrong_value(string wrong)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{wrong},true]"));
        json.Read();
        json.Read();
        Assert.False(AnswerJson.TryRead(ref json, "q", CodeHosts, out _, out _));
        Assert.True(json.Read());
        Assert.Equal(JsonTokenType.True, json.TokenType);
    }

    private static Answer? RoundTrip(Domain domain, string json)
    {
        var (answer, error) = Read(domain, json);
        Assert.Null(error);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            AnswerJson.Write(writer, answer);
        Assert.Equal(json, Encoding.UTF8.GetString(stream.ToArray()));
        return answer;
    }

    private static (Answer? Answer, string? Error) Read(Domain domain, string text)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        json.Read();
        var isRead = AnswerJson.TryRead(ref json, "q", domain, out var answer, out var error);
        Assert.Equal(isRead, error is null);
        return (answer, error);
    }
}
