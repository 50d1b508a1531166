using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What a reviewer asked, for whoever answers it: nothing but that. What they wrote stands in the banner above.</summary>
/// <param name="AskedBy">Who sent it back.</param>
/// <param name="BackTo">The team that gets it with the answers.</param>
public sealed record ReplyView(
    string AskedBy, string BackTo, IReadOnlyList<PlaybookQuestion> Questions, IReadOnlyList<FormField> Fields)
{
    /// <summary>Null: nothing was asked point by point, or somebody else answers it.</summary>
    public static ReplyView? Of(Request request, Person person)
    {
        if (request.ToAnswer is not { What: SentBack sent } entry || request.WhyNot(RequestAct.Reply, person) is not null) return null;
        PlaybookQuestion[] questions =
        [
            .. request.Playbook.Questions.Where(question =>
                question.AnsweredBy == person.TeamId && sent.QuestionIds.Contains(question.Id, StringComparer.Ordinal)),
        ];
        FormField[] fields = [.. request.Current.Stage.Fields.Where(field => sent.FieldIds.Contains(field.Id, StringComparer.Ordinal))];
        return questions.Length + fields.Length == 0
            ? null
            : new ReplyView(entry.By.Name, Named.Team(request.Playbook, entry.By.TeamId), questions, fields);
    }
}
