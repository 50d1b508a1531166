using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.Playbooks;

namespace DeploymentRouter.Web.Api.People;

/// <param name="Items">In the playbook's order.</param>
internal sealed record TeamsJson(IReadOnlyList<TeamLineJson> Items);

internal sealed record TeamLineJson(string Id, string Name, string FullName);

/// <summary>A team at work.</summary>
/// <param name="IsAutomatic">What it gets is assigned at once; otherwise it waits until somebody takes it.</param>
/// <param name="Members">By name.</param>
internal sealed record TeamJson(string Id, string Name, string FullName, bool IsAutomatic, IReadOnlyList<MemberJson> Members)
{
    public static TeamJson Of(Team team, TeamAtWork atWork) => new(team.Id, team.Name, team.FullName, atWork.IsAutomatic, [.. atWork.Members.Select(MemberJson.Of)]);
}

/// <param name="Capacity">How many requests they may have open before none is assigned to them any more.</param>
/// <param name="Open">How many are assigned to them now.</param>
/// <param name="Absences">Present and coming ones.</param>
internal sealed record MemberJson(string Id, string Name, bool IsLead, int Capacity, int Open, IReadOnlyList<AbsenceJson> Absences)
{
    public static MemberJson Of(Member member) => new(
        member.PersonId, member.Name, member.IsLead, member.Capacity, member.Open, [.. member.Absences.Select(one => new AbsenceJson(one.Id, one.From, one.To))]);
}

/// <param name="To">The last day, included.</param>
internal sealed record AbsenceJson(Guid Id, DateOnly From, DateOnly To);

internal sealed record AutomaticBody(bool IsAutomatic);

/// <param name="Requests">0 to 200.</param>
internal sealed record CapacityBody(int Requests);

internal sealed record LeadBody(bool IsLead);

/// <param name="To">The last day, included.</param>
internal sealed record AbsenceBody(DateOnly From, DateOnly To);
