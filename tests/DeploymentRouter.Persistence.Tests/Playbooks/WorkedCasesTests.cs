using System.Text.Json;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

public class WorkedCasesTests
{
    private static readonly JsonElement Cases = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Playbooks", "Data", "worked-cases.json"))).RootElement;

    public static TheoryData<string> Ids => [.. Cases.EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_worked_case_comes_out_as_written(string id)
    {
        var one = Cases.EnumerateArray().Single(candidate => candidate.GetProperty("id").GetString() == id);
        var decision = DefaultYaml.Playbook.Rules.Decide(Answers(one.GetProperty("answers")));
        Assert.Equal(Strings(one.GetProperty("possible")), decision.Possible);
        Assert.Equal(Strings(one.GetProperty("open")), decision.Open.Select(question => question.Id));
    }

    private static AnswerSet Answers(JsonElement given)
    {
        var answers = AnswerSet.Empty;
        foreach (var property in given.EnumerateObject())
        {
            var json = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(property.Value));
            json.Read();
            Assert.True(
                AnswerJson.TryRead(ref json, property.Name, DefaultYaml.Playbook.Question(property.Name).Domain, out var answer, out var error),
                error);
            answers = answers.With(property.Name, answer);
        }
        return answers;
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
