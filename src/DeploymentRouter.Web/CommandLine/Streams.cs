using System.Text;

namespace DeploymentRouter.Web.CommandLine;

/// <summary>Where a verb reads and writes. Output is bytes, so that nothing between adds a mark or another line end.</summary>
public sealed record Streams(Stream Input, Stream Output, TextWriter Errors)
{
    public static Streams OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
}
