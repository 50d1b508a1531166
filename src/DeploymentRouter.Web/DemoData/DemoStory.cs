using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.DemoData;

/// <summary>Walks one invented request through its stages with the same acts that people use, on working days of the past.</summary>
internal sealed class DemoStory(DemoCustomer customer, Request request, DateTime start, DateTime now, Random random)
{
    private DateTime _at = start;

    public DateTime At => _at;

    /// <summary>Acts until the story stops: at its stage, at the end of the plan, or when the present is reached.</summary>
    public void Tell()
    {
        while (request.State == RequestState.InProgress && _at < now && request.Current.Stage.Id != customer.StopAt)
            FinishStage();
        if (customer.StopAt is null || request.Current.Stage.Id == customer.StopAt) new DemoTwists(customer, request, this, random).Play();
    }

    /// <summary>Somebody of the team that has the ball.</summary>
    public Person Owner() => Of(request.Current.TeamId, request.Current.Assignee?.PersonId);

    /// <summary>A person of a team; the one named if there is one.</summary>
    public Person Of(string teamId, string? personId = null)
    {
        var team = DemoPeople.All.Select(demo => demo.Person).Where(person => person.TeamId == teamId).ToList();
        return team.Find(person => person.Id == personId) ?? team[random.Next(team.Count)];
    }

    /// <summary>Does something a while later; never in the future.</summary>
    public void Do(double hoursLater, Func<DateTime, Outcome> act)
    {
        Wait(hoursLater);
        if (act(_at).Refusal is { } refusal)
            throw new InvalidOperationException($"Demo data, {customer.Name}, {request.Current.Stage.Name}: {refusal.Name}: {refusal.Sentence}");
    }

    /// <summary>Does something at a time, if that has come.</summary>
    public void DoAt(DateTime at, Func<DateTime, Outcome> act)
    {
        _at = at > now ? now : at < _at ? _at : at;
        Do(0, act);
    }

    public void Wait(double hours)
    {
        _at += TimeSpan.FromHours(hours);
        while (_at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) _at += TimeSpan.FromDays(1);
        if (_at.Hour < 8) _at += TimeSpan.FromHours(8);
        if (_at > now) _at = now;
    }

    /// <summary>Takes the stage on, fills its form and ticks a part of its criteria.</summary>
    public void Work(double part)
    {
        if (request.Current.AwaitsAcceptance)
        {
            var receiver = Of(request.Current.TeamId);
            Do(random.Next(1, 20), at => request.Accept(receiver, at));
        }

        var worker = Owner();
        if (request.Current.Assignee is null) Do(random.Next(1, 5), at => request.Take(worker, at));
        var stage = request.Current.Stage;
        if (stage.Fields.Count > 0 && part >= .5)
            Do(random.Next(2, 9), at => request.SaveForm(DemoForm.Fill(stage, request, at, random), worker, at));
        foreach (var criterion in stage.ExitCriteria.Take((int)Math.Round(stage.ExitCriteria.Count * part)))
            Do(DaysPerCriterion(stage) * 24 * (.6 + random.NextDouble()), at => request.SetTick(criterion.Id, true, worker, at));
        if (random.Next(3) == 0) Do(1, at => request.Comment(DemoComments.About(stage, random), worker, at));
    }

    private void FinishStage()
    {
        var stage = request.Current.Stage;
        if (stage.Kind == StageKind.Review)
        {
            var reviewer = Of(stage.OwnerTeamId);
            Do(random.Next(2, 12), at => request.Take(reviewer, at));
            Do(random.Next(3, 50), at => request.Complete(reviewer, at));
            return;
        }

        Work(part: 1);
        DemoGrowth.LastReading(request, this, stage, random);
        var owner = Owner();
        if (stage.Kind != StageKind.HandOver)
        {
            Do(random.Next(2, 30), at => request.Complete(owner, at));
            return;
        }

        Do(random.Next(1, 10), at => request.Offer(owner, at));
        var receiver = Of(stage.ReceiverTeamId!);
        Do(random.Next(2, 40), at => request.Accept(receiver, at));
    }

    private static double DaysPerCriterion(Stage stage) => stage.Id switch
    {
        "kubernetes_deployment" => 1.6,
        "project_plan" or "kick_off" => 2,
        _ => .7,
    };
}
