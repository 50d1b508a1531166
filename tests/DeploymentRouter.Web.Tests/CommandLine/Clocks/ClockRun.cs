namespace DeploymentRouter.Web.Tests.CommandLine.Clocks;

/// <summary>Runs of <c>clock</c>, with the arguments as people would type them in a shell.</summary>
internal static class ClockRun
{
    public static Task<DecideRun> Due(string target, string from, params string[] more) =>
        DecideRun.Of("", ["clock", "due", "--calendar", "cloud-office-hours", "--target", target, "--from", from, .. more]);

    public static Task<DecideRun> Of(params string[] words) => DecideRun.Of("", ["clock", .. words]);
}
