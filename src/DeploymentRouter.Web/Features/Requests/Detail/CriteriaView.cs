using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Requests.Detail;

/// <summary>What must be true before the current stage is done.</summary>
/// <param name="CanTick">Whether the person who looks may tick now.</param>
public sealed record CriteriaView(IReadOnlyList<CriterionRow> Rows, bool CanTick)
{
    public int Done => Rows.Count(row => row.Tick is not null);

    public static CriteriaView Of(Request request, Person person) => new(
        request.OwnerTeamId is null
            ? []
            : [.. request.Current.Stage.ExitCriteria.Select(c => new CriterionRow(c.Id, c.Text, request.Current.Ticks.GetValueOrDefault(c.Id)))],
        request.WhyNot(RequestAct.Tick, person) is null);
}

/// <summary>One exit criterion, and who ticked it when; null: open.</summary>
public sealed record CriterionRow(string Id, string Text, Tick? Tick);
