namespace DeploymentRouter.Decisions.Checking;

internal static class DomainCheck
{
    public static void Run(Question question, List<Fault> faults)
    {
        var where = $"questions.{question.Id}";
        switch (question.Domain)
        {
            case OneOfDomain oneOf:
                Values(where, oneOf.Values, faults);
                break;
            case AnyOfDomain anyOf:
                Values(where, anyOf.Values, faults);
                if (anyOf.Minimum is not (0 or 1))
                    faults.Add(new($"{where}.minimum", $"The minimum of an any-of question is 0 or 1, not {anyOf.Minimum}."));
                break;
            case WholeNumberDomain number when number.Minimum > number.Maximum:
                faults.Add(new(where, $"The minimum {number.Minimum} is above the maximum {number.Maximum}."));
                break;
        }
    }

    private static void Values(string question, IReadOnlyList<string> values, List<Fault> faults)
    {
        var where = $"{question}.values";
        if (values.Count == 0)
            faults.Add(new(where, "There is no value; at least one is needed."));
        if (values.Count > RuleSetLimits.MaxValues)
        {
            faults.Add(new(where, $"There are {values.Count} values; at most {RuleSetLimits.MaxValues} are possible."));
            return;
        }
        foreach (var value in values.Distinct(StringComparer.Ordinal))
        {
            if (Ids.FaultOfValue(value) is { } fault)
                faults.Add(new(where, fault));
        }
        foreach (var twice in Repeated.In(values))
            faults.Add(new(where, $"The value '{twice}' is there more than once."));
    }
}
