using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Web.Features.Requests.Detail;

namespace DeploymentRouter.Web.Features.Growth.Engaging;

/// <summary>What the form of an engagement begins with.</summary>
/// <param name="Held">Answers that are carried without asking, in the playbook's order.</param>
/// <param name="Prefilled">What is proposed for the fields, by id.</param>
/// <param name="LookAt">Ids of the fields that a reviewer sent back.</param>
public sealed record EngageView(
    string Label, string Sentence, IReadOnlyList<AgedQuestion> Aged, IReadOnlyList<HeldAnswer> Held, IReadOnlyList<FormField> Fields, IReadOnlyDictionary<string, string> Prefilled, IReadOnlyList<string> LookAt)
{
    public static EngageView Of(Request request, DateTime now)
    {
        var aged = request.AgedAnswers(now);
        var fields = request.EngagementFields;
        return new EngageView(
            request.Playbook.Growth.Engagement!.Label,
            OutlookWords.Whole(request.OutlookOn(now)),
            [.. aged.Select(answer => AgedQuestion.Of(request, answer))],
            [.. from question in request.Playbook.Questions
                where aged.All(answer => answer.QuestionId != question.Id) && request.Playbook.Rules.AskingOf(question.Id, request.Answers) is not Asking.NotAsked
                let answer = request.Answers[question.Id]
                where answer is not null
                select new HeldAnswer(question.Label, Wording.Label(question, answer))],
            fields,
            fields.Select(field => (field.Id, Value: request.Form.GetValueOrDefault(field.Id) ?? Propose(field, request, now)))
                .Where(proposal => proposal.Value is not null)
                .ToDictionary(proposal => proposal.Id, proposal => proposal.Value!, StringComparer.Ordinal),
            request.ToAnswer?.What is SentBack sent ? sent.FieldIds : []);
    }

    // Only what the field takes is proposed: a choice that it does not offer would be an error nobody made.
    private static string? Propose(FormField field, Request request, DateTime now)
    {
        var value = field.Prefill switch
        {
            { Source: PrefillSource.Opportunity } => request.Customer.OpportunityLink,
            { Source: PrefillSource.Growth } when field.Kind is FieldKind.Choice => Leading(request.OutlookOn(now)),
            { Source: PrefillSource.Growth } => OutlookWords.Whole(request.OutlookOn(now)),
            { Source: PrefillSource.Answer, QuestionId: { } id } => request.Answers[id] is { } answer ? TypedAnswer.Write(answer) : null,
            _ => null,
        };
        return string.IsNullOrEmpty(value) || FieldCheck.Problem(field, value) is not null ? null : value;
    }

    // The figure that is nearest to its limit.
    private static string? Leading(Outlook outlook) => (outlook.Over ?? outlook.Nearest ?? outlook.Fullest)?.Name;
}

/// <summary>An answer that is carried as it is.</summary>
public sealed record HeldAnswer(string Label, string Answer);
