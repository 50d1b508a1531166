using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Revisions;

/// <summary>Answers by chance, numbers as often near a limit as anywhere.</summary>
internal static class RandomAnswers
{
    private static readonly long[] Limits = [20_000, 200_000, 250_000];

    public static AnswerSet Complete(Playbook playbook, Random chance) =>
        playbook.Questions.Aggregate(AnswerSet.Empty, (answers, question) => answers.With(question.Id, Any(question.Domain, chance)));

    /// <summary>Every completion of the open answers that the limits can tell apart.</summary>
    public static IEnumerable<AnswerSet> Completions(Playbook playbook, AnswerSet answers) => playbook.Questions
        .Where(question => answers[question.Id] is null)
        .Aggregate(
            Enumerable.Repeat(answers, 1),
            (all, question) => all.SelectMany(one => Telling(question.Domain).Select(answer => one.With(question.Id, answer))));

    private static Answer Any(Domain domain, Random chance) => domain switch
    {
        YesNoDomain => new YesNoAnswer(chance.Next(2) == 0),
        OneOfDomain oneOf => new ChoiceAnswer(oneOf.Values[chance.Next(2) == 0 ? 0 : chance.Next(oneOf.Values.Count)]),
        AnyOfDomain anyOf => new ChoicesAnswer([.. anyOf.Values.Where(_ => chance.Next(4) == 0)]),
        WholeNumberDomain number => new NumberAnswer(chance.Next(2) == 0
            ? Limits[chance.Next(Limits.Length)] + chance.Next(2)
            : chance.NextInt64(number.Minimum, 40_000)),
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };

    private static IEnumerable<Answer> Telling(Domain domain) => domain switch
    {
        YesNoDomain => [new YesNoAnswer(true), new YesNoAnswer(false)],
        OneOfDomain oneOf => oneOf.Values.Select(value => new ChoiceAnswer(value)),
        AnyOfDomain anyOf => anyOf.Values.Select(value => new ChoicesAnswer([value])).Prepend(new ChoicesAnswer([])),
        WholeNumberDomain => Limits.SelectMany(limit => new[] { limit, limit + 1 }).Select(number => new NumberAnswer(number)),
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };
}
