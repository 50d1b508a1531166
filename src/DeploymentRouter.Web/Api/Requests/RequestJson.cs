using System.Text.Json;
using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Api.Growth;

namespace DeploymentRouter.Web.Api.Requests;

/// <summary>A request as a program reads it. Times are UTC.</summary>
/// <param name="Number">As in DR-1027.</param>
/// <param name="Version">How many entries its history has; the ETag begins with it.</param>
/// <param name="Strategy">Null while undecided.</param>
/// <param name="IsOverridden">A person chose another strategy than the rules did.</param>
/// <param name="AnswersLeadElsewhere">The answers as they are now lead to another strategy than the one it walks.</param>
/// <param name="OwnerTeam">The team that has the ball; null once nobody has.</param>
/// <param name="Assignee">The person it is assigned to; null: nobody.</param>
/// <param name="Due">Null: nothing is promised.</param>
/// <param name="Answers">By question; what is not answered is not there.</param>
/// <param name="AnswerNotes">By question.</param>
/// <param name="Form">Form values by field, of all stages.</param>
/// <param name="Hold">Null: it is not on hold.</param>
/// <param name="Override">Null: the strategy is the computed one.</param>
/// <param name="ToAnswer">What was sent back or returned and is to be answered; null: nothing.</param>
/// <param name="Decline">The last decline; null: never declined.</param>
/// <param name="IsOnAppeal">An appeal against the decline is not decided yet.</param>
/// <param name="Pin">Why it stands first in its queue; null: it is not pinned.</param>
/// <param name="Instance">The running instance; null: there is none yet.</param>
/// <param name="Operations">What was asked for on the instance, oldest first.</param>
/// <param name="Growth">Null: its growth is not watched and never was.</param>
/// <param name="Acts">What the caller can do now; each is an address under /acts.</param>
internal sealed record RequestJson(
    Guid Id,
    int Number,
    int Version,
    CustomerJson Customer,
    RequestState State,
    string? Strategy,
    bool IsOverridden,
    bool AnswersLeadElsewhere,
    StageJson Stage,
    string? OwnerTeam,
    PersonJson? Assignee,
    DueJson? Due,
    IReadOnlyDictionary<string, JsonElement> Answers,
    IReadOnlyDictionary<string, string> AnswerNotes,
    IReadOnlyDictionary<string, string> Form,
    StoredDecisionJson Decision,
    HoldJson? Hold,
    OverrideJson? Override,
    SaidJson? ToAnswer,
    SaidJson? Decline,
    bool IsOnAppeal,
    PinJson? Pin,
    IReadOnlyList<FileJson> Files,
    IReadOnlyList<LinkJson> Links,
    InstanceJson? Instance,
    IReadOnlyList<OperationRunJson> Operations,
    OutlookJson? Growth,
    PersonJson OpenedBy,
    DateTime OpenedAt,
    DateTime ChangedAt,
    IReadOnlyList<RequestAct> Acts)
{
    public static RequestJson Of(Request request, Person reader, DateTime now)
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
            request.AnswersLeadElsewhere,
            StageJson.Of(visit, request.Form),
            request.OwnerTeamId,
            PersonJson.Of(visit.Assignee),
            visit.EndedAt is null && clock is not null ? new DueJson(clock.Due.At, clock.Due.IsEstimate, clock.State, clock.Sentence) : null,
            AnswersOut.Of(request.Answers),
            request.AnswerNotes,
            request.Form,
            StoredDecisionJson.Of(request.Decision),
            HoldJson.Of(request.Hold),
            OverrideJson.Of(request.Override),
            SaidJson.Of(request.ToAnswer),
            SaidJson.Of(request.LastDecline),
            request.IsOnAppeal,
            request.Pin is { } pin ? new PinJson(pin.TeamId, pin.Reason, pin.ByName, pin.At) : null,
            [.. request.Files.Select(file => FileJson.Of(request.Number, file))],
            [.. request.Links.Select(LinkJson.Of)],
            InstanceJson.Of(request.Instance),
            [.. request.Operations.Select(OperationRunJson.Of)],
            OutlookJson.Of(request, now),
            PersonJson.Of(request.OpenedBy),
            request.OpenedAt,
            request.ChangedAt,
            [.. Enum.GetValues<RequestAct>().Where(act => request.WhyNot(act, reader) is null)]);
    }
}

/// <param name="At">UTC.</param>
/// <param name="IsEstimate">It rests on something that is not known for certain.</param>
/// <param name="Sentence">When it is due and how that follows.</param>
internal sealed record DueJson(DateTime At, bool IsEstimate, ClockState State, string Sentence);
