using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

/// <summary>The playbook that ships, and ways to break it.</summary>
internal static class DefaultYaml
{
    public static string Text { get; } = ReadText();

    public static Playbook Playbook { get; } = PlaybookFile.LoadDefault().Require();

    /// <summary>The only fault after one text was replaced, which must be there exactly once.</summary>
    public static PlaybookFault OnlyFaultWith(string old, string broken) => Assert.Single(FaultsWith(old, broken));

    public static IReadOnlyList<PlaybookFault> FaultsWith(string old, string broken)
    {
        var load = PlaybookFile.Load(Replace(old, broken), "broken.yaml");
        Assert.Null(load.Playbook);
        return load.Faults;
    }

    public static string Replace(string old, string broken)
    {
        var at = Text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0 && Text.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, $"'{old}' must stand in the file exactly once.");
        return Text.Replace(old, broken, StringComparison.Ordinal);
    }

    /// <summary>The line on which a text stands that is there exactly once.</summary>
    public static int LineOf(string text) => Text[..Text.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    private static string ReadText()
    {
        using var reader = new StreamReader(typeof(PlaybookFile).Assembly.GetManifestResourceStream(PlaybookFile.DefaultName)!);
        return reader.ReadToEnd();
    }
}
