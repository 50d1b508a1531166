using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Core.Requests.Operations;
using DeploymentRouter.Web.Features.Requests.Detail;
using static DeploymentRouter.Web.Tests.Features.Requests.OperationTests;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>What the history keeps of an operation, whatever later playbooks say.</summary>
public sealed class KeptOperationTests
{
    [Fact]
    public void What_was_asked_stays_as_it_was_asked_when_the_playbook_changes()
    {
        var walk = TrialRunning().Does((r, now) => Asks(r, "suspend", Wren, now)).Does((r, now) => r.CompleteOperation("", Skye, now));
        var cloud = RequestWalk.Playbook.Strategy("cloud");
        var changed = cloud with { Operations = [Operation("suspend") with { Effect = OperationEffect.Ends, CarriedOutByTeamId = "tam", AskedByTeamIds = ["tam"] }] };
        foreach (var (written, strategies, effect, team) in new (IEnumerable<HistoryEntry>, Strategy[], OperationEffect, string)[]
        {
            (Read(walk), [changed], OperationEffect.Suspends, "cloud"),
            (Read(walk), [cloud with { Operations = [] }], OperationEffect.Suspends, "cloud"),
            (AsBefore(walk), [cloud], OperationEffect.Suspends, "cloud"),
            // The request's own strategy comes before another one that names its operation alike.
            (AsBefore(walk), [changed with { Id = "other" }, cloud], OperationEffect.Suspends, "cloud"),
            (AsBefore(walk), [cloud with { Operations = [] }], OperationEffect.None, "ce"),
        })
        {
            var request = Request.FromHistory(walk.Request.Id, 1027, RequestWalk.Playbook with { Strategies = strategies }, written);
            var operation = Assert.Single(request.Operations).Operation;
            Assert.Equal((effect, team), (operation.Effect, operation.CarriedOutByTeamId));
            Assert.Equal(["ce"], operation.AskedByTeamIds.Take(1));
            Assert.Equal(effect is OperationEffect.None ? InstanceState.Running : InstanceState.Suspended, request.Instance!.State);
        }
    }

    [Fact]
    public void The_history_names_an_operation_as_the_strategy_of_the_request_does()
    {
        var walk = TrialRunning().Does((r, now) => Asks(r, "suspend", Wren, now)).Does((r, now) => r.WithdrawOperation(Wren, now));
        walk.Does((r, now) => Asks(r, "suspend", Wren, now));
        Assert.True(walk.Request.Undo(Wren, walk.Now).Succeeded);
        var cloud = RequestWalk.Playbook.Strategy("cloud");
        var other = cloud with { Id = "other", Operations = [Operation("suspend") with { Name = "Switch the machines off" }] };
        var request = Request.FromHistory(walk.Request.Id, 1027, RequestWalk.Playbook with { Strategies = [other, cloud] }, Read(walk));
        Assert.Equal(
            ["asked for “Suspend the instance”", "withdrew “Suspend the instance”", "asked for “Suspend the instance”", "took back: asked for “Suspend the instance”"],
            request.History.TakeLast(4).Select(entry => Piece.Plain(HappeningText.Of(entry, request))));
    }

    [Fact]
    public void A_request_whose_strategy_was_dropped_offers_nothing_and_stays_readable()
    {
        var walk = TrialRunning().Does((r, now) => Asks(r, "suspend", Wren, now));
        var request = Request.FromHistory(walk.Request.Id, 1027, RequestWalk.Playbook with { Strategies = [] }, Read(walk));
        Assert.Empty(request.PossibleOperations);
        Assert.Null(request.Instance);
        Assert.Equal(("cloud", OperationEffect.Suspends), (request.OpenOperation?.TeamId, request.OpenOperation?.Operation.Effect));
    }

    [Fact]
    public void Where_the_field_to_confirm_with_is_empty_the_customers_name_is_typed()
    {
        var walk = TrialRunning();
        var entries = walk.Request.History.Select(entry => entry.What is FormSaved ? entry with { What = new FormSaved(new Dictionary<string, string>()) } : entry);
        var request = Request.FromHistory(walk.Request.Id, 1027, RequestWalk.Playbook, entries);
        Assert.Equal("NotConfirmed", Asks(request, "tear_down", Wren, walk.Now).Refusal?.Name);
        Assert.True(Asks(request, "tear_down", Wren, walk.Now, confirmation: "Pinwheel Aerospace").Succeeded);
    }

    private static IEnumerable<HistoryEntry> Read(RequestWalk walk) =>
        walk.Request.History.Select(entry => entry with { What = HistoryJson.Read(HistoryJson.Write(entry.What)) });

    // Histories from before the effect and the teams were kept.
    private static IEnumerable<HistoryEntry> AsBefore(RequestWalk walk) => walk.Request.History.Select(entry => entry.What is OperationAsked
        ? entry with { What = HistoryJson.Read("""{"kind":"operation-asked","operationId":"suspend","reason":"Because.","until":null,"values":{}}""") }
        : entry);
}
