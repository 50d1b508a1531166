using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Features.Intake.Panel;

/// <summary>Makes the links inside a sentence as short as the answer they lead to.</summary>
public static class AnswerLinks
{
    private const int ShortestLabel = 3;

    /// <summary>"the data must stay in the European Union" keeps only "European Union" as the link; a clause without the label stays one.</summary>
    public static IReadOnlyList<SentencePart> Narrow(Playbook playbook, IReadOnlyList<SentencePart> parts, AnswerSet answers) =>
        [.. parts.SelectMany(part => part.QuestionId is null ? [part] : Narrow(part, playbook.Question(part.QuestionId), answers))];

    private static SentencePart[] Narrow(SentencePart part, PlaybookQuestion question, AnswerSet answers)
    {
        if (answers[question.Id] is not { } answer) return [part];
        var label = Wording.Label(question, answer);
        // "Yes" and "No" are found in words that have nothing to do with them.
        var at = label.Length < ShortestLabel || answer is YesNoAnswer ? -1 : part.Text.IndexOf(label, StringComparison.Ordinal);
        if (at < 0) return [part];
        return
        [
            .. Plain(part.Text[..at]),
            part with { Text = label },
            .. Plain(part.Text[(at + label.Length)..]),
        ];
    }

    private static SentencePart[] Plain(string text) => text.Length == 0 ? [] : [new SentencePart(text, null)];
}
