using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Features.Intake;

/// <summary>The addresses of a draft's pages, and the ids of the fields on them.</summary>
public sealed record IntakeLinks(Guid DraftId)
{
    public const string New = "/requests/new";

    public const string NewQuick = "/requests/new/quick-check";

    /// <summary>The last part of the address of the check page; no topic can be reached by this name.</summary>
    public const string CheckStep = "check";

    /// <summary>The same for the quick check.</summary>
    public const string QuickStep = "quick-check";

    /// <summary>Links to questions lead to the quick check's pages.</summary>
    public bool IsQuick { get; init; }

    public string Customer => $"/intake/{DraftId}";

    public string Check => $"/intake/{DraftId}/{CheckStep}";

    /// <summary>The quick check where it stands: its next question, or its end.</summary>
    public string QuickStart => $"/intake/{DraftId}/{QuickStep}";

    public string Quick(string questionId) => $"{QuickStart}/{Uri.EscapeDataString(questionId)}#{FieldId(DraftKeys.Answer(questionId))}";

    public string Topic(string topicId) => $"/intake/{DraftId}/{Uri.EscapeDataString(topicId)}";

    public string Question(PlaybookQuestion question) =>
        IsQuick ? Quick(question.Id) : $"{Topic(question.TopicId)}#{FieldId(DraftKeys.Answer(question.Id))}";

    /// <summary>The page and field that a draft's field is typed into.</summary>
    public string Field(Playbook playbook, string key) => $"{PageOf(playbook, key)}#{FieldId(key)}";

    /// <summary>The same, with a way back to the check page.</summary>
    public string Change(Playbook playbook, string key) => $"{PageOf(playbook, key)}?from={CheckStep}#{FieldId(key)}";

    /// <summary>The id of the input for a field of the draft.</summary>
    public static string FieldId(string key) => key.Replace('.', '-');

    private string PageOf(Playbook playbook, string key) =>
        DraftKeys.Customer.Contains(key, StringComparer.Ordinal)
            ? Customer
            : Topic(playbook.Question(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]).TopicId);
}
