using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Features.Growth.Engaging;

/// <summary>What somebody has typed into the form of an engagement; kept on the server until it is sent.</summary>
public sealed class EngageDraft(UnsentTexts unsent, string personId, Guid requestId)
{
    /// <summary>Stands for "it still holds" where an answer would be typed.</summary>
    public const string StillRight = "=";

    private const string Kept = "engage.";
    private const string Answers = "answer.";
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);

    public async Task ReadAsync()
    {
        foreach (var (field, text) in await unsent.OfAsync(personId, requestId))
        {
            if (field.StartsWith(Kept, StringComparison.Ordinal)) _typed[field[Kept.Length..]] = text.Text;
        }
    }

    public Task ForgetAsync() => unsent.ForgetAsync(personId, requestId, Kept);

    public string Value(string fieldId, EngageView view) => _typed.GetValueOrDefault(fieldId) ?? view.Prefilled.GetValueOrDefault(fieldId, "");

    /// <summary>The answer as it is now: <see cref="StillRight"/>, what was typed, what the readings propose, or null.</summary>
    public string? Answer(AgedQuestion aged) => _typed.GetValueOrDefault(Answers + aged.Question.Id) ?? aged.Proposed;

    public Task TypeAsync(string fieldId, string text) => KeepAsync(fieldId, text);

    public Task AnswerAsync(string questionId, string text) => KeepAsync(Answers + questionId, text);

    /// <summary>What is wrong, field by field, in the order of the page.</summary>
    public IReadOnlyList<FieldError> Problems(EngageView view) =>
    [
        .. view.Aged.Select(aged => aged.Problem(Answer(aged))).OfType<FieldError>(),
        .. from field in view.Fields
            let value = Value(field.Id, view).Trim()
            let problem = field.Required && value.Length == 0 ? $"{field.Label}: fill it in." : FieldCheck.Problem(field, value)
            where problem is not null
            select new FieldError(FormView.InputId(field.Id), problem),
    ];

    /// <summary>The form as the request takes it; only when nothing is wrong with it.</summary>
    public EngagementForm Form(EngageView view) => new(
        view.Fields.ToDictionary(field => field.Id, field => Value(field.Id, view), StringComparer.Ordinal),
        [.. view.Aged.Where(aged => Answer(aged) is StillRight).Select(aged => aged.Question.Id)],
        view.Aged.Where(aged => Answer(aged) is not StillRight)
            .ToDictionary(aged => aged.Question.Id, aged => TypedAnswer.Read(aged.Question, Answer(aged)).Answer!, StringComparer.Ordinal));

    private async Task KeepAsync(string key, string text)
    {
        _typed[key] = text;
        await unsent.KeepAsync(personId, requestId, Kept + key, text);
    }
}
