using System.Globalization;
using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Requests;

/// <content>Engaging the implementation team when a deployment outgrows One-Click.</content>
public sealed partial class Request
{
    /// <summary>The stage that an engagement fills in and sends; null: this playbook has none.</summary>
    public Stage? EngagementStage => Playbook.Growth.Engagement is { } way
        ? Playbook.Strategy(way.StrategyId).Stages.FirstOrDefault(stage => stage.Id == way.StageId)
        : null;

    /// <summary>Whether the way on from here is an engagement: its form takes the place of the stage's own.</summary>
    public bool IsEngagedFromHere => Current.EndedAt is null && EngagementStage is not null && (Current.Stage.WatchesGrowth || IsEngagement);

    /// <summary>The form an engagement asks for: that of the stage it is in, then the engagement's own.</summary>
    public IReadOnlyList<FormField> EngagementFields =>
        [.. (IsEngagement ? [] : Current.Stage.Fields).Concat(EngagementStage?.Fields ?? []).DistinctBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Answers of the filing team that no longer hold by themselves: older than their question allows, below the latest
    /// reading, or sent back to be looked at. Whoever has the account by now confirms or changes them; a verdict stays with the team that gave it.
    /// </summary>
    public IReadOnlyList<AgedAnswer> AgedAnswers(DateTime now) =>
        [.. from question in Playbook.Questions
            where question.AnsweredBy == FilingTeamId && Playbook.Rules.AskingOf(question.Id, Answers) is not Asking.NotAsked
            let answer = Answers[question.Id]
            where answer is not null
            let answeredAt = _answeredAt.GetValueOrDefault(question.Id, OpenedAt)
            let read = ReadAbove(question, answer)
            let isAskedBack = ToAnswer is { What: SentBack sent, At: var sentAt } && answeredAt <= sentAt && sent.QuestionIds.Contains(question.Id, StringComparer.Ordinal)
            where read is not null || isAskedBack || IsAged(question, answeredAt, now)
            select new AgedAnswer(question.Id, answer, answeredAt, read, isAskedBack)];

    /// <summary>
    /// Engages the implementation team in one act: the forms are filled, aged answers are confirmed or changed, the request is in
    /// the engagement's strategy and waits for the answer of the stage after it.
    /// </summary>
    public Outcome Engage(EngagementForm form, Person by, DateTime now)
    {
        if (WhyNot(RequestAct.Engage, by) is { } refusal) return refusal;
        var fields = EngagementFields;
        if (WhyNotFilled(fields, form.Form) is { } unfilled) return unfilled;
        if (WhyAged(form.Confirmed, form.Changed.Keys, now) is { } aged) return aged;
        if (WhyBelowReading(form, now) is { } below) return below;
        List<Lack> open = [.. Current.Stage.ExitCriteria.Where(c => !Current.Ticks.ContainsKey(c.Id)).Select(c => new Lack(LackKind.Criterion, c.Id, c.Text))];
        if (open.Count > 0) return Refusals.CriteriaOpen(open);
        var (after, changes) = Renewed(form);
        if (Playbook.Rules.Check(after) is [var fault, ..]) return Refusals.AnswerInvalid($"{fault.Where}: {fault.Message}");
        if (Playbook.Questions.Select(question => CeilingProblem(question, after)).OfType<Refusal>().FirstOrDefault() is { } above) return above;

        var (act, way) = (NextAct, Playbook.Growth.Engagement!);
        var values = Differing(fields, form.Form);
        if (values.Count > 0) Record(by, now, new FormSaved(values), act);
        if (StrategyId != way.StrategyId) Record(by, now, new Overridden(way.StrategyId, way.ReasonCode, OutlookWords.Whole(OutlookOn(now))), act);
        if (!IsEngagement) Start(by, now, EngagementStage!, way.StrategyId, EngagementStage!.OwnerTeamId, StageEnd.Completed, awaitsAcceptance: false, act);
        var changed = changes.Select(change => change.QuestionId).ToHashSet(StringComparer.Ordinal);
        var confirmed = form.Confirmed.Union(form.Changed.Keys, StringComparer.Ordinal).Where(id => !changed.Contains(id)).Order(StringComparer.Ordinal).ToList();
        if (confirmed.Count > 0) Record(by, now, new AnswersConfirmed(confirmed), act);
        if (changes.Count > 0) Record(by, now, new AnswersChanged(changes, Deciding.Decide(Playbook, after, now)), act);
        // A playbook whose stage has exit criteria of its own leaves it there until they are ticked.
        if (WhyUnfinished() is null) Advance(by, now, act);
        return Outcome.Done;
    }

    /// <summary>The outlook on the day of <paramref name="now"/>.</summary>
    public Outlook OutlookOn(DateTime now) => Outlook.Of(Growth, Playbook.Growth, DateOnly.FromDateTime(now));

    private bool IsEngagement =>
        Current.EndedAt is null && Playbook.Growth.Engagement is { } way && Current.StrategyId == way.StrategyId && Current.Stage.Id == way.StageId;

    private Refusal? WhyNotEngage(Person by) =>
        !IsEngagedFromHere ? Refusals.NothingToEngage()
        : WhyHeld() ?? WorkerOnly(by) ?? WhyUnaccepted() ?? (Growth is null ? Refusals.ReadingNeeded() : null);

    private static Refusal? WhyNotFilled(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string> form)
    {
        foreach (var id in form.Keys)
        {
            if (fields.All(field => field.Id != id)) return Refusals.UnknownItem($"field “{id}”");
        }

        var missing = fields.Where(field => field.Required && form.GetValueOrDefault(field.Id, "").Trim().Length == 0).Select(field => new Lack(LackKind.Field, field.Id, field.Label)).ToList();
        return missing.Count > 0 ? Refusals.FieldsMissing(missing)
            : fields.Select(field => FieldCheck.Problem(field, form.GetValueOrDefault(field.Id, "").Trim())).OfType<string>().FirstOrDefault() is { } problem
                ? Refusals.FieldInvalid(problem)
                : null;
    }

    private Refusal? WhyAged(IReadOnlyCollection<string> confirmed, IEnumerable<string> changed, DateTime now)
    {
        var aged = AgedAnswers(now);
        if (confirmed.Concat(changed).FirstOrDefault(id => aged.All(answer => answer.QuestionId != id)) is { } other)
            return Refusals.AnswerNotAged(Playbook.Questions.FirstOrDefault(question => question.Id == other)?.Label ?? other);
        // A reading above the answer is not confirmed away.
        var left = aged.Where(answer => !changed.Contains(answer.QuestionId, StringComparer.Ordinal)
            && (answer.Read is not null || !confirmed.Contains(answer.QuestionId, StringComparer.Ordinal))).ToList();
        return left.Count == 0 ? null : Refusals.AnswersAged([.. left.Select(answer => Playbook.Question(answer.QuestionId).Label)]);
    }

    private Refusal? WhyBelowReading(EngagementForm form, DateTime now) => AgedAnswers(now)
        .Where(aged => aged.Read is { } read && form.Changed.GetValueOrDefault(aged.QuestionId) is NumberAnswer changed && changed.Value < read)
        .Select(aged => Refusals.AnswerInvalid(string.Create(
            CultureInfo.InvariantCulture, $"{Playbook.Question(aged.QuestionId).Label}: the latest reading is {aged.Read:N0}; answer that or more.")))
        .FirstOrDefault();

    private (AnswerSet After, List<RecordedAnswer> Changes) Renewed(EngagementForm form)
    {
        var after = form.Changed.Aggregate(Answers, (answers, change) => answers.With(change.Key, change.Value));
        return (after, [.. form.Changed.Keys.Where(id => !Equals(Answers[id], after[id])).Order(StringComparer.Ordinal)
            .Select(id => new RecordedAnswer(id, Answers[id], after[id], _answerNotes.GetValueOrDefault(id)))]);
    }

    private Dictionary<string, string> Differing(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string> form) => fields
        .Select(field => (field.Id, Value: form.GetValueOrDefault(field.Id, "").Trim()))
        .Where(typed => typed.Value != _form.GetValueOrDefault(typed.Id, ""))
        .ToDictionary(typed => typed.Id, typed => typed.Value, StringComparer.Ordinal);

    private long? ReadAbove(PlaybookQuestion question, Answer answer) =>
        Growth is { } growth && answer is NumberAnswer { Value: var said }
        && question.Reading switch { ReadFigure.Users => growth.Users.Latest, ReadFigure.Repositories => growth.Repositories.Latest, _ => (long?)null } is { } read
        && read > said ? read : null;

    private static bool IsAged(PlaybookQuestion question, DateTime answeredAt, DateTime now) =>
        DateOnly.FromDateTime(now).DayNumber - DateOnly.FromDateTime(answeredAt).DayNumber > question.HoldsForDays;
}
