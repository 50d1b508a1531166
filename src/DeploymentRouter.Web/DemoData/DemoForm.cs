using System.Globalization;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

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
            FieldKind.Number => Number(field, random),
            FieldKind.Date => DateOnly.FromDateTime(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldKind.YesNo => random.Next(3) == 0 ? "yes" : "no",
            FieldKind.Choice => field.Choices[random.Next(field.Choices.Count)].Id,
            FieldKind.LongText => "Agreed with the customer's platform team; nothing unusual.",
            _ => Text(field.Id, slug),
        };
    }

    private static string Number(FormField field, Random random)
    {
        var (low, high) = (field.Minimum ?? 0, Math.Min(field.Maximum ?? 100, (field.Minimum ?? 0) + 96));
        return (low + random.NextInt64(high - low + 1)).ToString(CultureInfo.InvariantCulture);
    }

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
