using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>A request as a program reads it. Times are UTC.</summary>
/// <param name="Version">How many entries its history has; the ETag.</param>
/// <param name="Strategy">Null while undecided.</param>
/// <param name="OwnerTeam">The team that has the ball; null once nobody has.</param>
/// <param name="Assignee">The person it is assigned to; null: nobody.</param>
/// <param name="Due">Null: nothing is promised.</param>
/// <param name="Answers">By question; what is not answered is not there.</param>
/// <param name="Form">Form values by field.</param>
/// <param name="Acts">What the caller can do now.</param>
internal sealed record RequestJson(
    Guid Id,
    int Number,
    int Version,
    CustomerJson Customer,
    RequestState State,
    string? Strategy,
    bool IsOverridden,
    StageJson Stage,
    string? OwnerTeam,
    PersonJson? Assignee,
    DueJson? Due,
    JsonObject Answers,
    IReadOnlyDictionary<string, string> AnswerNotes,
    IReadOnlyDictionary<string, string> Form,
    DecisionJson Decision,
    PersonJson OpenedBy,
    DateTime OpenedAt,
    DateTime ChangedAt,
    IReadOnlyList<RequestAct> Acts)
{
    public static RequestJson Of(Request request, Person reader, Playbook playbook, DateTime now)
    {
        var (visit, clock) = (request.Current, StageClock.Of(request.Current, request.Form, request.Playbook, now));
        return new RequestJson(
            request.Id,
            request.Number,
            request.Version,
            CustomerJson.Of(request.Customer),
            request.State,
            request.StrategyId,
            request.Override is not null,
            new StageJson(visit.Stage.Id, visit.Stage.Name, visit.StartedAt, visit.AwaitsAcceptance),
            request.OwnerTeamId,
            visit.Assignee is { } assignee ? new PersonJson(assignee.PersonId, assignee.Name) : null,
            visit.EndedAt is null && clock is not null ? new DueJson(clock.Due.At, clock.Due.IsEstimate, clock.State, clock.Sentence) : null,
            AnswersJson(request.Answers),
            request.AnswerNotes,
            request.Form,
            DecisionJson.Of(request.Decision),
            new PersonJson(request.OpenedBy.PersonId, request.OpenedBy.Name),
            request.OpenedAt,
            request.ChangedAt,
            [.. Enum.GetValues<RequestAct>().Where(act => request.WhyNot(act, reader) is null)]);
    }

    private static JsonObject AnswersJson(AnswerSet answers)
    {
        var json = new JsonObject();
        foreach (var (id, answer) in answers.ByQuestion.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes)) AnswerJson.Write(writer, answer);
            json[id] = JsonNode.Parse(Encoding.UTF8.GetString(bytes.ToArray()));
        }

        return json;
    }
}

internal sealed record PersonJson(string Id, string Name);

/// <param name="ArrUsd">Null: not known, or not shown to the caller.</param>
/// <param name="AddressableMarketUsd">Null: not known, or not shown to the caller.</param>
internal sealed record CustomerJson(
    string Name, string OpportunityLink, Engagement Engagement, decimal? ArrUsd, decimal? AddressableMarketUsd, DateOnly? NeededBy, DateOnly? ContractClose, string Notes)
{
    public static CustomerJson Of(CustomerFacts facts) => new(
        facts.Name, facts.OpportunityLink, facts.Engagement, facts.ArrUsd, facts.AddressableMarketUsd,
        facts.NeededBy, facts.ContractClose, facts.Notes);
}

/// <param name="AwaitsAcceptance">It was handed over and is neither accepted nor returned yet.</param>
internal sealed record StageJson(string Id, string Name, DateTime StartedAt, bool AwaitsAcceptance);

/// <param name="Sentence">When it is due and how that follows.</param>
internal sealed record DueJson(DateTime At, bool IsEstimate, ClockState State, string Sentence);

/// <param name="Possible">Strategies still possible; one: decided.</param>
/// <param name="Open">Open questions on which the outcome depended.</param>
/// <param name="Row">The deciding row; null while undecided or while several compete.</param>
internal sealed record DecisionJson(
    DateTime At, string Playbook, int PlaybookVersion, string PlaybookHash, IReadOnlyList<string> Possible, IReadOnlyList<string> Open, string? Row, string? Because)
{
    public static DecisionJson Of(StoredDecision decision) => new(
        decision.At, decision.PlaybookName, decision.PlaybookVersion, decision.PlaybookHash, decision.Possible, decision.OpenQuestions, decision.RowId, decision.Because);
}
