namespace DeploymentRouter.Decisions.Encoding;

/// <summary>A test of a set of choices, as bits: it trips at the first option taken from one mask or left out of the other.</summary>
internal readonly record struct ChoicesTest(ulong TripsWhenTaken, ulong TripsWhenLeft, bool PassesWhenTripped)
{
    public static ChoicesTest Of(UnaryTest test, Func<IReadOnlyList<string>, ulong> maskOf) => test switch
    {
        ContainsAnyOf any => new(maskOf(any.Values), 0, true),
        ContainsNoneOf none => new(maskOf(none.Values), 0, false),
        ContainsAllOf all => new(0, maskOf(all.Values), false),
        ContainsOnly only => new(~maskOf(only.Values), 0, false),
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    public bool Passes(ulong taken) =>
        ((taken & TripsWhenTaken) != 0 || (~taken & TripsWhenLeft) != 0) == PassesWhenTripped;

    public bool TripsAt(int option, bool taken) => ((taken ? TripsWhenTaken : TripsWhenLeft) >> option & 1) != 0;
}
