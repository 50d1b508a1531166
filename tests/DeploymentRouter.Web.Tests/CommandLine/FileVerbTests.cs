using System.Text;
using DeploymentRouter.Web.CommandLine;

namespace DeploymentRouter.Web.Tests.CommandLine;

[Collection(ProcessEnvironment.Name)]
public sealed class FileVerbTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("router-file-").FullName;

    [Fact]
    public async Task Without_a_person_it_says_how_to_call_it()
    {
        var (exit, output, errors) = await RunAsync([], "");
        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.StartsWith("Usage: file --as PERSON", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_person_files_nothing()
    {
        Environment.SetEnvironmentVariable("Data__Directory", _data);
        try
        {
            var (exit, output, errors) = await RunAsync(["--as", "nobody"], """{"key": "x"}""");
            Assert.Equal(2, exit);
            Assert.Empty(output);
            Assert.Contains("Nobody here is called 'nobody'", errors, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Data__Directory", null);
        }
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(string[] options, string input)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var exit = await FileVerb.RunAsync(options, new Streams(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors));
        return (exit, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
