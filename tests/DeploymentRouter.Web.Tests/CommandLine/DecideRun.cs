using System.Text;
using System.Text.Json;
using DeploymentRouter.Web.CommandLine;

namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>One run of a verb: what it printed and how it ended.</summary>
internal sealed record DecideRun(int Exit, byte[] OutputBytes, string Errors)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement[] Decisions => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    public static async Task<DecideRun> Of(string input, params string[] args) => await OfBytes(Encoding.UTF8.GetBytes(input), args);

    public static async Task<DecideRun> OfBytes(byte[] input, params string[] args) => await OfStream(new MemoryStream(input), args);

    public static async Task<DecideRun> OfStream(Stream input, params string[] args)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter { NewLine = "\n" };
        var exit = await Verbs.RunAsync(args.Length == 0 ? ["decide"] : args, new Streams(input, output, errors));
        return new DecideRun(exit, output.ToArray(), errors.ToString());
    }
}
