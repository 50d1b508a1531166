using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.DemoData;

/// <summary>Fills a stage's form the way an invented colleague would.</summary>
internal static class DemoForm
{
    public static Dictionary<string, string> Fill(Stage stage, Request request, DateTime at, Random random) =>
        stage.Fields.ToDictionary(field => field.Id, field => Value(field, request, at, random), StringComparer.Ordinal);

    private static string Value(FormField field, Request request, DateTime at, Random random)
    {
        var slug = CustomerKey.OfName(request.Customer.Name).Replace(' ', '-');
        return field.Kind switch
        {
            FieldKind.Email => field.Id.StartsWith("ce", StringComparison.Ordinal) ? "wren@vendor.example" : $"admin@{slug}.example",
            FieldKind.Link => field.Id.Contains("opportunity", StringComparison.Ordinal)
                ? request.Customer.OpportunityLink
                : $"https://docs.vendor.example/{slug}/{field.Id.Replace('_', '-')}",
            FieldKind.Number => Number(field, request, random),
            FieldKind.Date => DateOnly.FromDateTime(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldKind.YesNo => random.Next(3) == 0 ? "yes" : "no",
            FieldKind.Choice => field.Choices[random.Next(field.Choices.Count)].Id,
            FieldKind.LongText => "Agreed with the customer's platform team; nothing unusual.",
            _ => Text(field.Id, slug),
        };
    }

    private static string Number(FormField field, Request request, Random random)
    {
        if (Known(field.Id, request) is { } known) return known.ToString(CultureInfo.InvariantCulture);
        var (low, high) = (field.Minimum ?? 0, Math.Min(field.Maximum ?? 100, (field.Minimum ?? 0) + 96));
        return (low + random.NextInt64(high - low + 1)).ToString(CultureInfo.InvariantCulture);
    }

    // What the answers say already, a form does not say otherwise.
    private static long? Known(string fieldId, Request request) => fieldId switch
    {
        "full_users" => Answered("users_full", request),
        "full_repositories" => Answered("repos_full", request),
        "repositories" => Answered("repos_initial", request) ?? Answered("repos_full", request),
        _ => null,
    };

    private static long? Answered(string questionId, Request request) => (request.Answers[questionId] as NumberAnswer)?.Value;

    private static string Text(string fieldId, string slug) => fieldId switch
    {
        "slug" => slug.Length > 40 ? slug[..40] : slug,
        "licence_key_reference" => $"vault/licences/{slug}",
        "machine_types" => "m6a.12xlarge",
        "code_hosts" => "Bitbucket Server",
        "hosting_provider" => "AWS",
        _ => "As agreed",
    };
}
