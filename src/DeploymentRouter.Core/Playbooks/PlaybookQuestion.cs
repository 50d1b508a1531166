using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Playbooks;

/// <summary>A qualification question as people meet it.</summary>
/// <param name="Id">Stable id that rules and stored answers use.</param>
/// <param name="TopicId">The intake page it stands on.</param>
/// <param name="Wording">The question itself.</param>
/// <param name="Label">Its short name in lists, for example "Hosting provider".</param>
/// <param name="Help">One or two sentences below the wording; may be empty.</param>
/// <param name="WhyWeAsk">What the answer decides.</param>
/// <param name="Domain">Its values.</param>
/// <param name="Unit">What a whole number counts, for example "users"; null for other questions.</param>
/// <param name="Values">The values with their labels, in display order; for yes/no <c>yes</c> and <c>no</c>; empty for whole numbers.</param>
/// <param name="None">The words for choosing none of the values; null: choosing none is no answer here.</param>
/// <param name="Says">How an answer reads inside a sentence, <c>{value}</c> stands for its label; null: each value has its own clause.</param>
/// <param name="AnsweredBy">Id of the team that answers it.</param>
/// <param name="AskedWhen">The branching; null: always asked.</param>
/// <param name="AskedWhenText">The branching in words, for people; null: always asked.</param>
/// <param name="NoteNeededFor">Values that need a written note, for example <c>yes</c>; may be empty.</param>
/// <param name="NotAbove">Id of the number question this one may not exceed; checked at intake only; null: none.</param>
/// <param name="Changeable">Who could change the answer; decides what explanations propose.</param>
/// <param name="WouldBe">How another answer reads after "if", <c>{value}</c> stands for it; null: as <paramref name="Says"/>.</param>
public sealed record PlaybookQuestion(
    string Id,
    string TopicId,
    string Wording,
    string Label,
    string Help,
    string WhyWeAsk,
    Domain Domain,
    string? Unit,
    IReadOnlyList<AnswerValue> Values,
    AnswerValue? None,
    string? Says,
    string AnsweredBy,
    Formula? AskedWhen,
    string? AskedWhenText,
    IReadOnlyList<string> NoteNeededFor,
    string? NotAbove,
    Changeability Changeable = Changeability.Fact,
    string? WouldBe = null)
{
    /// <summary>After so many days an answer has aged: before another team is engaged it is confirmed or changed; null: it holds for good.</summary>
    public int? HoldsForDays { get; init; }

    /// <summary>The growth reading that the answer cannot be below; null: none.</summary>
    public ReadFigure? Reading { get; init; }

    /// <summary>Asked for people to read; no row, condition, branching or flag tests it.</summary>
    public bool ForInformation { get; init; }
}

/// <summary>The two figures that the growth watch reads.</summary>
public enum ReadFigure
{
    Users,
    Repositories,
}

/// <summary>One value of a question.</summary>
/// <param name="Id">As rules and stored answers write it; <c>yes</c> and <c>no</c> for yes/no questions.</param>
/// <param name="Label">On the button, for example "Through a private link".</param>
/// <param name="Says">A clause for sentences, for example "the code hosts sit behind a private link".</param>
/// <param name="Consequence">A sentence shown under the question while this value is chosen; null: none.</param>
/// <param name="Brief">In lists, where the question is not beside it, for example "unreachable code hosts"; null: the label.</param>
/// <param name="WouldBe">A clause that can follow "if", for example "it runs on AWS"; null: as <paramref name="Says"/>.</param>
public sealed record AnswerValue(string Id, string Label, string Says, string? Consequence, string? Brief = null, string? WouldBe = null);
