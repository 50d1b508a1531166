using System.Collections.Immutable;
using System.Globalization;
using DeploymentRouter.Core.Assigning;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.Features.Teams;

/// <summary>A team and how it shares out its work, as one person sees it.</summary>
/// <param name="WhyNot">Why this person cannot change it; null: they can.</param>
/// <param name="GetsWork">Whether the playbook asks anything of the team: otherwise nothing is ever assigned there.</param>
/// <param name="Next">Who would get the next request and why; null where that is not decided here.</param>
public sealed record TeamView(Team Team, TeamAtWork AtWork, Refusal? WhyNot, bool GetsWork, Choice? Next)
{
    /// <param name="today">UTC.</param>
    public static TeamView Of(Playbook playbook, Team team, TeamAtWork atWork, Person person, DateOnly today)
    {
        var stages = playbook.Strategies.SelectMany(strategy => strategy.Stages).Append(playbook.CommonStages.AfterDecline);
        var getsWork = stages.Any(stage => stage.OwnerTeamId == team.Id || stage.ReceiverTeamId == team.Id)
            || playbook.Questions.Any(question => question.AnsweredBy == team.Id)
            || playbook.Strategies.SelectMany(strategy => strategy.Operations).Any(operation => operation.CarriedOutByTeamId == team.Id);
        return new TeamView(
            team,
            atWork,
            TeamRules.WhyNotManage(team, atWork.Members, person),
            getsWork,
            atWork.IsAutomatic ? NextInTurn.Choose(atWork.Members, today, ImmutableHashSet<string>.Empty) : null);
    }

    /// <summary>"Absent until 3 Dec", "Absent from 5 to 9 Dec"; null: nothing is known of an absence.</summary>
    public static string? Away(Member member, DateOnly today) =>
        member.AbsenceOn(today) is { } now ? $"Absent until {Day(now.To, today)}"
        : member.Absences.Count > 0 ? $"Absent from {Days(member.Absences[0], today)}"
        : null;

    /// <summary>"5 to 9 Dec", "28 Nov to 2 Dec", "5 Dec".</summary>
    public static string Days(Absence absence, DateOnly today) =>
        absence.From == absence.To ? Day(absence.To, today)
        : absence.From.Year == absence.To.Year && absence.From.Month == absence.To.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{absence.From.Day} to {Day(absence.To, today)}")
            : $"{Day(absence.From, today)} to {Day(absence.To, today)}";

    private static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
}
