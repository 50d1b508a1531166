using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace DeploymentRouter.Web.Api.OpenApi;

/// <summary>What a body can look like; a test sends each of them.</summary>
public static class Examples
{
    private static readonly FrozenDictionary<string, string> Bodies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Decide"] = """{"answers":{"users_full":300,"hosting_provider":"aws"}}""",
        ["ExplainDecision"] = """{"answers":{"users_full":300}}""",
        ["DecideMany"] = """{"cases":[{"id":"1","answers":{"users_full":300}},{"id":"2","answers":{}}]}""",
        ["FileRequest"] = """{"customer":{"name":"Marrow & Finch","engagement":"new-production"},"answers":{"users_full":300},"notes":{"users_full":"From the contract."}}""",
        ["ChangeDraft"] = """{"fields":{"customer.name":"Marrow & Finch","answer.users_full":"300"}}""",
        ["SetBandwidth"] = """{"requests":5}""",
        ["Comment"] = """{"text":"The customer has confirmed the date."}""",
        ["Answer"] = """{"answers":{"users_full":450},"notes":{"users_full":"From the call on Monday."}}""",
        ["Hold"] = """{"reason":"Waiting for the customer’s security review."}""",
        ["Withdraw"] = """{"reason":"The customer has decided against it."}""",
        ["PublishPlaybook"] = """{"yaml":"name: Default playbook\nversion: 2\n","note":"Two days for the Cloud review, as agreed on Monday.","dryRun":true}""",
        ["SetCapacity"] = """{"requests":8}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The operations that have one.</summary>
    public static IEnumerable<string> Operations => Bodies.Keys;

    public static JsonNode? Of(string operationId) => Bodies.TryGetValue(operationId, out var body) ? JsonNode.Parse(body) : null;
}
