using DeploymentRouter.Core.Clocks;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>Three sentences that can be read aloud to a customer: what, why, who has it until when.</summary>
public static class SummaryText
{
    public static string Of(Request request, DateTime now) => $"{What(request)} {Why(request)} {Who(request, now)}";

    private static string What(Request request)
    {
        var name = $"{request.Customer.Name} ({RequestNumber.Text(request.Number)})";
        return Named.Strategy(request.Playbook, request.StrategyId) is { } strategy
            ? $"{name} follows {strategy}{(request.Override is null ? "" : ", chosen by a person instead of the rules")}."
            : $"{name} has no strategy yet: {Wording.AndList([.. request.Decision.Possible.Select(id => Named.Strategy(request.Playbook, id)!)])} are still possible.";
    }

    private static string Why(Request request) =>
        OverrideView.Of(request) is { } chosen ? $"{chosen.Reason}: {WhyView.Because(chosen.Text)}"
        : request.Decision.Outcome is null
            ? $"It hangs on {Wording.AndList([.. request.Decision.OpenQuestions.Select(id => $"“{Named.Question(request.Playbook, id)}” from {Named.Team(request.Playbook, request.Playbook.Question(id).AnsweredBy)}")])}."
            : WhyView.SentencesOf(request.Playbook, request.Decision).First();

    private static string Who(Request request, DateTime now)
    {
        if (request.State is RequestState.Withdrawn) return $"It was withdrawn on {WhenText.Date(request.Current.EndedAt!.Value, now)}.";
        if (request.OwnerTeamId is null) return $"It was delivered on {WhenText.Date(request.Current.EndedAt!.Value, now)}.";
        var person = request.Current.Assignee is { } assignee ? $" ({assignee.Name})" : "";
        var held = request.Hold is { } hold ? $", on hold{(hold.Until is { } until ? $" until {until.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture)}" : "")}" : "";
        var clock = StageClock.Of(request.Current, request.Form, request.Playbook, now);
        var due = clock is null || request.Hold is not null ? ""
            : $", {(clock.Due.IsEstimate ? "aimed for about" : "due")} {WhenText.Date(clock.Due.At.AddTicks(-1), now)}";
        return $"{request.Current.Stage.Name} has been with {Named.Team(request.Playbook, request.OwnerTeamId)}{person} since {WhenText.Date(request.Current.StartedAt, now)}{held}{due}.";
    }
}
