namespace DeploymentRouter.Decisions.Checking;

internal static class Repeated
{
    public static IEnumerable<string> In(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
