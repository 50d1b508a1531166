using System.Text.Json;
using CsCheck;
using DeploymentRouter.Decisions.Tests.Properties;

namespace DeploymentRouter.Decisions.Tests.DefaultPlaybook;

public sealed class DefaultPlaybookTests
{
    private static readonly RuleSet Policy = DefaultRules.Compiled;

    public static TheoryData<string> WorkedCases => [.. Cases().Select(one => one.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(WorkedCases))]
    public void A_worked_case_is_decided_as_written(string id)
    {
        var one = Cases().Single(worked => worked.GetProperty("id").GetString() == id);
        var decision = Policy.Decide(Answers(one.GetProperty("answers")));
        Assert.Equal(Texts(one.GetProperty("possible")).Order(StringComparer.Ordinal), decision.Possible);
        Assert.Equal(Texts(one.GetProperty("open")).Order(StringComparer.Ordinal), decision.Open.Select(question => question.Id));
    }

    [Fact]
    public void Random_answers_are_decided_as_by_hand_written_code()
    {
        var source = Gen.Select(Gen.Int[0, 2], Gen.Byte.Array[160]);
        source.Sample(
            (kind, bytes) =>
            {
                var answers = RandomAnswers(new Choices(bytes), someOpen: kind == 0);
                var decision = Policy.Decide(answers);
                var (possible, open) = HandWrittenCompletions.Of(answers, Policy.Definition.Questions);
                Assert.Equal(possible, decision.Possible);
                Assert.Equal(open, decision.Open.Select(question => question.Id));
            },
            iter: 2_000);
    }

    private static AnswerSet RandomAnswers(Choices choices, bool someOpen)
    {
        var mayOpen = 9;
        var answers = AnswerSet.Empty;
        foreach (var question in Policy.Definition.Questions)
        {
            if (someOpen && choices.OneIn(3) && mayOpen-- > 0)
                continue;
            answers = answers.With(question.Id, RandomAnswer(question.Domain, choices));
        }
        return answers;
    }

    // First values, mostly the good news, are drawn more often, or nearly every case would fail on its first blocker.
    private static Answer RandomAnswer(Domain domain, Choices choices) => domain switch
    {
        WholeNumberDomain number => Rules.Count(choices.Of([1, 10_000, 20_000, 20_001, 200_000, 200_001, number.Maximum])),
        AnyOfDomain anyOf when choices.OneIn(3) => Rules.Chosen([.. choices.Some(anyOf.Values)]),
        AnyOfDomain anyOf => Rules.Chosen(anyOf.Values[0]),
        OneOfDomain oneOf when choices.OneIn(2) => Rules.Choice(choices.Of(oneOf.Values)),
        OneOfDomain oneOf => Rules.Choice(oneOf.Values[0]),
        _ => choices.OneIn(2) ? Rules.Yes : Rules.No,
    };

    private static JsonElement[] Cases() =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "DefaultPlaybook", "default-routing.json"))).RootElement.EnumerateArray()];

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString()!);

    private static AnswerSet Answers(JsonElement json) => json.EnumerateObject().Aggregate(
        AnswerSet.Empty, (answers, property) => answers.With(property.Name, property.Value.ValueKind switch
        {
            JsonValueKind.Number => Rules.Count(property.Value.GetInt64()),
            JsonValueKind.String => Rules.Choice(property.Value.GetString()!),
            JsonValueKind.Array => Rules.Chosen([.. Texts(property.Value)]),
            _ => property.Value.GetBoolean() ? Rules.Yes : Rules.No,
        }));
}
