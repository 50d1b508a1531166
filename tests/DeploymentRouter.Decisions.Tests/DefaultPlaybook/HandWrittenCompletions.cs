namespace DeploymentRouter.Decisions.Tests.DefaultPlaybook;

/// <summary>What the hand-written policy says with answers open: it is run for a few telling values of each open question.</summary>
internal static class HandWrittenCompletions
{
    private static readonly Dictionary<string, Answer[]> TellingValues = new()
    {
        ["users_full"] = [Rules.Count(20_000), Rules.Count(20_001)],
        ["repos_full"] = [Rules.Count(200_000), Rules.Count(200_001)],
        ["users_initial"] = [Rules.Count(20_000), Rules.Count(20_001)],
        ["repos_initial"] = [Rules.Count(200_000), Rules.Count(200_001)],
        ["required_certifications"] = [Rules.Chosen("soc2"), Rules.Chosen("pci")],
        ["hosting_region"] = [Rules.Choice("us"), Rules.Choice("eu")],
        ["code_host_types"] = [Rules.Chosen("github"), Rules.Chosen("gitlab", "unsupported")],
        ["code_host_reachability"] = [Rules.Choice("public"), Rules.Choice("unreachable")],
        ["cloud_team_verdict"] = [Rules.Choice("supported"), Rules.Choice("will_build"), Rules.Choice("will_not_build")],
        ["hosting_provider"] = [Rules.Choice("aws"), Rules.Choice("gcp")],
        ["own_base_image"] = [Rules.Choice("not_required"), Rules.Choice("required_after_challenge")],
        ["image_restriction_verdict"] = [Rules.Choice("workable"), Rules.Choice("not_workable")],
    };

    public static (string[] Possible, string[] Open) Of(AnswerSet given, IReadOnlyList<Question> questions)
    {
        var policy = new HandWritten();
        foreach (var (questionId, answer) in given.ByQuestion)
            policy[questionId] = answer;
        var open = questions.Select(question => question.Id).Where(id => given[id] is null).ToArray();
        var values = Array.ConvertAll(open, id => TellingValues.GetValueOrDefault(id, [Rules.No, Rules.Yes]));
        var outcomes = new string[values.Aggregate(1, (count, some) => count * some.Length)];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var rest = i;
            for (var q = 0; q < open.Length; q++)
            {
                policy[open[q]] = values[q][rest % values[q].Length];
                rest /= values[q].Length;
            }
            outcomes[i] = policy.Strategy();
        }
        return ([.. outcomes.Distinct().Order(StringComparer.Ordinal)], Essential(outcomes, open, values));
    }

    // Outcomes are numbered like mixed-radix figures: completions that differ only in one question lie a fixed stride apart.
    private static string[] Essential(string[] outcomes, string[] open, Answer[][] values)
    {
        var essential = new List<string>();
        var stride = 1;
        for (var q = 0; q < open.Length; q++)
        {
            var (step, span) = (stride, stride * values[q].Length);
            if (Enumerable.Range(0, outcomes.Length).Any(i => outcomes[i] != outcomes[i - i % span + i % step]))
                essential.Add(open[q]);
            stride = span;
        }
        return [.. essential.Order(StringComparer.Ordinal)];
    }
}
