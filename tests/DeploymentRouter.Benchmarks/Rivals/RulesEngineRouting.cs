using DeploymentRouter.Benchmarks.Cases;
using RulesEngine.Models;

namespace DeploymentRouter.Benchmarks.Rivals;

/// <summary>The default routing in Microsoft RulesEngine: conditions as global parameters, five rules, the first that succeeds decides.</summary>
internal sealed class RulesEngineRouting
{
    private const string Routing = "routing";

    private readonly RulesEngine.RulesEngine engine = new(
    [
        new Workflow
        {
            WorkflowName = Routing,
            GlobalParams =
            [
                Condition("hard", "(c.RequiredCertifications & 30) != 0 || !c.AdminAccessOk || !c.AuditLoggingOk || c.OtherCloudBlockers"),
                Condition("soft", "(c.HostingRegion != 0 && c.HostingRegion != 1) || (c.CodeHostTypes & 8) != 0"),
                Condition("reachable", "c.CodeHostReachability != 2 && c.CodeHostReachability != 3"),
                Condition("clear", "reachable && !soft && (!hard || c.CloudTeamVerdict == 0)"),
                Condition("build", "reachable && ((hard && c.CloudTeamVerdict == 1) || (soft && (!hard || c.CloudTeamVerdict != 2)))"),
                Condition("machine", "c.HostingProvider == 0 && !c.ClusterRequired && !c.SingleMachineIssues && c.OwnBaseImage != 2 && (!c.ImageRestrictions || c.ImageRestrictionVerdict == 0)"),
                Condition("beyond", "c.UsersFull > 20000 || c.ReposFull > 200000"),
                Condition("fits", "machine && c.UsersInitial <= 20000 && c.ReposInitial <= 200000"),
            ],
            Rules =
            [
                Row("cloud", "clear"),
                Row("cloud", "build && c.CustomerWaitsForCloud"),
                Row("one-click", "machine && !beyond"),
                Row("one-click-into-jointly-managed", "beyond && c.WantsProductionQuickly && fits"),
                Row("jointly-managed", "true"),
            ],
        },
    ]);

    public async Task<string> Strategy(NumberedCustomer customer)
    {
        var results = await engine.ExecuteAllRulesAsync(Routing, new RuleParameter("c", customer));
        return results.First(result => result.IsSuccess).Rule.SuccessEvent;
    }

    private static ScopedParam Condition(string name, string expression) => new() { Name = name, Expression = expression };

    private static int rows;

    private static Rule Row(string strategy, string expression) =>
        new() { RuleName = $"R{++rows}", SuccessEvent = strategy, Expression = expression };
}
