using System.Globalization;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Web.Features.Intake.Questions;

namespace DeploymentRouter.Web.Features.Intake.Prefill;

/// <summary>One thing that an opportunity says, beside what the draft says.</summary>
/// <param name="Key">The draft's field.</param>
/// <param name="Text">As it would be typed.</param>
/// <param name="Words">As people read it.</param>
/// <param name="Typed">What the draft says instead, in words; null: nothing.</param>
/// <param name="IsSame">The draft says the same.</param>
public sealed record OfferRow(string Key, string Label, string Text, string Words, string? Typed, bool IsSame)
{
    /// <summary>Nothing would be lost by using it.</summary>
    public bool IsFree => Typed is null && !IsSame;

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [DraftKeys.CustomerName] = "Customer",
        [DraftKeys.OpportunityLink] = "Opportunity link",
        [DraftKeys.Arr] = "Annual recurring revenue",
        [DraftKeys.AddressableMarket] = "Addressable market",
        [DraftKeys.NeededBy] = "Needed by",
        [DraftKeys.ContractClose] = "Contract close",
    };

    /// <summary>All that an opportunity says: the customer's fields first, then the answers in the playbook's order.</summary>
    public static IReadOnlyList<OfferRow> Of(IntakeState state, Opportunity opportunity) =>
    [
        .. DraftKeys.Customer.Concat(state.Playbook.Questions.Select(question => DraftKeys.Answer(question.Id)))
            .Where(opportunity.Fields.ContainsKey)
            .Select(key => Row(state, key, opportunity.Fields[key])),
    ];

    private static OfferRow Row(IntakeState state, string key, string text)
    {
        var typed = state.Session.Text(key);
        var question = state.Playbook.Questions.FirstOrDefault(one => DraftKeys.Answer(one.Id) == key);
        string Words(string said) => question is null ? Customer(key, said) : AnswerWords.Of(question, said);
        var isSame = question is null ? Customer(key, typed) == Customer(key, text) : typed == text;
        var isOpen = question is null ? string.IsNullOrWhiteSpace(typed) : TypedAnswer.IsOpen(typed);
        return new OfferRow(key, question?.Label ?? Labels[key], text, Words(text), isOpen || isSame ? null : Words(typed), isSame);
    }

    // However it is typed: "1,2 m" stays as it is, "1200000" and "1,200,000" are the same.
    private static string Customer(string key, string text) => key switch
    {
        DraftKeys.Arr or DraftKeys.AddressableMarket when TypedText.Usd(text) is { } usd => usd.ToString("'$'#,0.##", CultureInfo.InvariantCulture),
        DraftKeys.NeededBy or DraftKeys.ContractClose when TypedText.Day(text) is { } day => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        _ => text.Trim(),
    };
}
