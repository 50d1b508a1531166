using System.Text;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Web.CommandLine;

/// <summary>Where a verb reads and writes. Output is bytes, so that nothing between adds a mark or another line end.</summary>
/// <param name="IsTyped">Whether somebody sits at a keyboard: whatever waits for input there waits for them.</param>
public sealed record Streams(Stream Input, Stream Output, TextWriter Errors, bool IsTyped = false)
{
    public static Streams OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true },
        !Console.IsInputRedirected);

    /// <summary>Writes text for people to standard output.</summary>
    public async Task WriteAsync(string text) => await Output.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Names faults on standard error, one a line.</summary>
    public async Task WriteFaultsAsync(IEnumerable<PlaybookFault> faults)
    {
        foreach (var fault in faults)
            await Errors.WriteLineAsync(fault.ToString());
    }
}
