using System.Globalization;
using System.Text.Json;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Web.Api.Requests;

namespace DeploymentRouter.Web.Api.Opportunities;

/// <summary>An opportunity; whatever is not known is left out.</summary>
/// <param name="Account">The customer's name.</param>
/// <param name="Source">The system it comes from, as people call it.</param>
/// <param name="AsOf">The day as of which all this is so. What is newer is never overwritten by what is older.</param>
/// <param name="Link">A whole web address.</param>
/// <param name="ArrUsd">Annual recurring revenue in US dollars.</param>
/// <param name="AddressableMarketUsd">In US dollars.</param>
/// <param name="Owner">Who has it in that system.</param>
/// <param name="Answers">By question: true, a value, a list of values, or a whole number.</param>
internal sealed record OpportunityBody(
    string Account,
    string Source,
    DateOnly AsOf,
    string? Link = null,
    decimal? ArrUsd = null,
    decimal? AddressableMarketUsd = null,
    DateOnly? NeededBy = null,
    DateOnly? ContractClose = null,
    string? Owner = null,
    IReadOnlyDictionary<string, JsonElement>? Answers = null)
{
    private static readonly Dictionary<string, JsonElement> NoAnswers = [];

    /// <summary>Why it cannot be taken, in the words of the customer page; null: it can, as <paramref name="opportunity"/>.</summary>
    public Refusal? Read(string externalId, Playbook playbook, out Opportunity? opportunity)
    {
        opportunity = null;
        var form = new CustomerForm(
            Account, Link ?? "", EngagementName.Id(default), Text(ArrUsd), Text(AddressableMarketUsd), Text(NeededBy), Text(ContractClose), "");
        if (new CustomerFormValidator().Validate(form).Errors is { Count: > 0 } problems)
            return new Refusal("OpportunityInvalid", string.Join(". ", problems.Select(problem => problem.ErrorMessage)) + ".");
        if (AnswersIn.Read(playbook, Answers ?? NoAnswers, out var answers) is { } bad) return bad;
        foreach (var id in answers.Keys)
        {
            if (playbook.Question(id) is var question && question.AnsweredBy != playbook.FilingTeamId) return Refusals.NotYourQuestion(question.Label, playbook.Team(question.AnsweredBy).Name);
        }

        List<(string Key, string Text)> fields =
        [
            (DraftKeys.CustomerName, Account.Trim()),
            (DraftKeys.OpportunityLink, form.OpportunityLink.Trim()),
            (DraftKeys.Arr, form.ArrUsd),
            (DraftKeys.AddressableMarket, form.AddressableMarketUsd),
            (DraftKeys.NeededBy, form.NeededBy),
            (DraftKeys.ContractClose, form.ContractClose),
            .. answers.Where(answer => answer.Value is not null).Select(answer => (DraftKeys.Answer(answer.Key), TypedAnswer.Write(answer.Value!))),
        ];
        opportunity = new Opportunity(externalId, fields.Where(field => field.Text.Length > 0).ToDictionary(field => field.Key, field => field.Text, StringComparer.Ordinal), Owner, Source, AsOf);
        return null;
    }

    private static string Text(IFormattable? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };
}
