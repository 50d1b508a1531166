using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Sharing;

public enum StagePlace
{
    Done,
    Now,
    Ahead,
}

/// <summary>A stage of the way as a customer reads it: without teams, people and what went back and forth.</summary>
public sealed record CustomerStage(string Words, StagePlace Place)
{
    /// <summary>The stages of the strategy; empty while there is none, after a decline and after a withdrawal.</summary>
    public static IReadOnlyList<CustomerStage> Of(Request request)
    {
        if (request.StrategyId is null || request.State is RequestState.Withdrawn or RequestState.Declined) return [];
        var plan = request.Plan;
        var current = plan.TakeWhile(stage => stage.Id != request.Current.Stage.Id).Count();
        if (current == plan.Count) return [];
        if (request.Current.EndedAt is not null) current = plan.Count;
        return [.. plan.Select((stage, i) => new CustomerStage(WordsOf(stage), i < current ? StagePlace.Done : i == current ? StagePlace.Now : StagePlace.Ahead))];
    }

    /// <summary>A stage in the playbook's words for customers; without any, in words that fit each of its kind. Never its name, which is ours.</summary>
    public static string WordsOf(Stage stage) => stage.ForCustomer ?? stage.Kind switch
    {
        StageKind.Review => "We look at the request",
        StageKind.HandOver => "We pass it on to the people who go on with it",
        StageKind.OpenEnded => "It runs",
        _ => "We work on it",
    };
}
