using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>The customer's facts on the check page. What was not given is one line, not a line each.</summary>
public static class CustomerRows
{
    public static IReadOnlyList<AnswerRow> Of(IntakeState state)
    {
        var facts = state.Reading.Facts;
        List<AnswerRow> rows =
        [
            Row(state, DraftKeys.CustomerName, "Customer", facts.Name),
            Row(state, DraftKeys.OpportunityLink, "Opportunity", facts.OpportunityLink),
            Row(state, DraftKeys.Engagement, "Kind of work", EngagementName.Read(state.Reading.Customer.Engagement) is { } kind ? EngagementName.Of(kind) : ""),
            Row(state, DraftKeys.Arr, "Annual recurring revenue", Usd(facts.ArrUsd)),
            Row(state, DraftKeys.AddressableMarket, "Addressable market", Usd(facts.AddressableMarketUsd)),
            Row(state, DraftKeys.NeededBy, "Needed by", Day(facts.NeededBy)),
            Row(state, DraftKeys.ContractClose, "Contract close", Day(facts.ContractClose)),
            Row(state, DraftKeys.Notes, "Notes", facts.Notes),
        ];
        var empty = rows.Where(row => row is { Value: null, Problem: null }).ToList();
        var given = rows.Except(empty).ToList();
        if (empty.Count > 0) given.Add(NotGiven(empty));
        return given;
    }

    private static AnswerRow Row(IntakeState state, string key, string label, string value)
    {
        var problem = state.ProblemOf(key);
        var shown = value.Length > 0 ? value : problem is null ? "" : state.Session.Text(key);
        IEnumerable<string> looks = state.Reading.Warnings.Where(warning => warning.Key == key).Select(warning => warning.Message);
        return new AnswerRow(label, shown.Length > 0 ? shown : null, [.. looks], state.Links.Change(state.Playbook, key), Problem: problem);
    }

    private static AnswerRow NotGiven(List<AnswerRow> empty)
    {
        var labels = empty.Select((row, i) => i == 0 ? row.Label : Wording.Small(row.Label));
        return new AnswerRow("Not given", null, [], empty[0].Href) { OpenWords = string.Join(", ", labels), OpenAct = "Add" };
    }

    private static string Usd(decimal? amount) => amount?.ToString("'$'#,0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture) ?? "";
}
