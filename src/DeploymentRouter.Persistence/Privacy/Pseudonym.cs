using System.Text.Json;
using System.Text.Json.Nodes;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>Puts another name in the place of a person's, the same everywhere, so that whoever counts counts the same.</summary>
/// <param name="Id">Who it was.</param>
/// <param name="Names">How they were called, now and before, and their addresses; only in sentences that the application wrote itself.</param>
internal sealed record Pseudonym(string Id, IReadOnlyList<string> Names, string NewId, string NewName)
{
    /// <summary>A sentence that the application wrote.</summary>
    public string Sentence(string text) => Names.Aggregate(text, (written, name) => written.Replace(name, NewName, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an entry of a history says, as it is stored. What people wrote themselves is left as it is.</summary>
    public string Entry(string json)
    {
        var node = JsonNode.Parse(json)!;
        return Change(node) ? node.ToJsonString(HistoryJson.Options) : json;
    }

    private bool Change(JsonNode? node) => node switch
    {
        JsonObject people when people["personId"]?.GetValue<string>() == Id => Rename(people),
        JsonObject all => ChangeWhy(all) | all.ToList().Aggregate(false, (changed, one) => Change(one.Value) | changed),
        JsonArray list => list.Aggregate(false, (changed, one) => Change(one) | changed),
        _ => false,
    };

    private bool Rename(JsonObject person)
    {
        (person["personId"], person["name"]) = (NewId, NewName);
        return true;
    }

    // "3 open of 8, next in turn; Wren Lanternby, who had it before, is absent until Fri 4 Dec"
    private bool ChangeWhy(JsonObject all)
    {
        if (all["why"] is not JsonValue why || why.GetValueKind() is not JsonValueKind.String) return false;
        var (before, after) = (why.GetValue<string>(), Sentence(why.GetValue<string>()));
        if (before == after) return false;
        all["why"] = after;
        return true;
    }
}
