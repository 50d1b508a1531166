using System.Text.Json;
using System.Text.Json.Nodes;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Persistence.Privacy;

/// <summary>Puts another name in the place of a person's, the same everywhere, so that whoever counts counts the same.</summary>
/// <param name="Id">Who it was.</param>
/// <param name="Names">How they were called, now and before, and their addresses; only in sentences that the application wrote itself.</param>
/// <param name="Others">How all others are or were called, who keep their names.</param>
internal sealed record Pseudonym(string Id, IReadOnlyList<string> Names, IReadOnlyList<string> Others, string NewId, string NewName)
{
    private readonly List<NameInText> _names = [.. Names.Select(name => new NameInText(name, Others))];

    /// <summary>A sentence that the application wrote about this person, or as theirs.</summary>
    public string Theirs(string text) => _names.Aggregate(text, (written, name) => name.Replace(written, NewName));

    /// <summary>A sentence that the application wrote about anything: a name that others have too may mean them, and stays.</summary>
    public string Sentence(string text) => _names.Where(name => !name.IsOfOthersToo).Aggregate(text, (written, name) => name.Replace(written, NewName));

    /// <summary>What an entry of a history says, as it is stored. What people wrote themselves is left as it is.</summary>
    /// <param name="isTheirs">Whether this person had to do with the request, so that their name there means them.</param>
    public string Entry(string json, bool isTheirs)
    {
        var node = JsonNode.Parse(json)!;
        return Change(node, isTheirs) ? node.ToJsonString(HistoryJson.Options) : json;
    }

    private bool Change(JsonNode? node, bool isTheirs) => node switch
    {
        JsonObject people when people["personId"]?.GetValue<string>() == Id => Rename(people),
        JsonObject all => ChangeWhy(all, isTheirs) | all.ToList().Aggregate(false, (changed, one) => Change(one.Value, isTheirs) | changed),
        JsonArray list => list.Aggregate(false, (changed, one) => Change(one, isTheirs) | changed),
        _ => false,
    };

    private bool Rename(JsonObject person)
    {
        (person["personId"], person["name"]) = (NewId, NewName);
        return true;
    }

    // "3 open of 8, next in turn; Wren Lanternby, who had it before, is absent until Fri 4 Dec"
    private bool ChangeWhy(JsonObject all, bool isTheirs)
    {
        if (all["why"] is not JsonValue why || why.GetValueKind() is not JsonValueKind.String) return false;
        var before = why.GetValue<string>();
        var after = isTheirs ? Theirs(before) : Sentence(before);
        if (before == after) return false;
        all["why"] = after;
        return true;
    }
}
