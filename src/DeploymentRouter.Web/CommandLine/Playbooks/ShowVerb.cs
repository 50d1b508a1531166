using System.Text;

namespace DeploymentRouter.Web.CommandLine.Playbooks;

/// <summary><c>playbook show</c>: prints the YAML, byte for byte; with <c>--json</c> in an object beside its name, version and hash.</summary>
internal static class ShowVerb
{
    public static async Task<int> RunAsync(PlaybookArguments arguments, Streams streams)
    {
        var sources = await PlaybookSource.AllAsync(arguments, streams);
        if (sources[0] is not { } source || await source.LoadAsync(streams) is not { } playbook)
            return PlaybookVerb.Unreadable;
        if (!arguments.Json)
        {
            await streams.Output.WriteAsync(source.Utf8);
            return PlaybookVerb.Sound;
        }
        await PlaybookJson.WriteAsync(streams, json =>
        {
            json.WriteStartObject();
            json.WriteString("name"u8, playbook.Name);
            json.WriteNumber("version"u8, playbook.Version);
            json.WriteString("hash"u8, playbook.Hash);
            json.WriteString("yaml"u8, Encoding.UTF8.GetString(source.Utf8));
            json.WriteEndObject();
        });
        return PlaybookVerb.Sound;
    }
}
