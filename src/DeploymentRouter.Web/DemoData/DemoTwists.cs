using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Web.DemoData;

/// <summary>What happens at the stage where an invented request stops.</summary>
internal sealed class DemoTwists(DemoCustomer customer, Request request, DemoStory story, Random random)
{
    public void Play()
    {
        var ce = story.Of("ce", request.OpenedBy.PersonId);
        switch (customer.Twist)
        {
            case DemoTwist.Untouched:
                Offer();
                break;
            case DemoTwist.Held:
                Begin(.4);
                story.Do(3, at => request.PutOnHold(
                    "Their change freeze ends first.", DateOnly.FromDateTime(at).AddDays(14), story.Owner(), at, request.Playbook.HoldReasons is [var reason, ..] ? reason.Id : null));
                break;
            case DemoTwist.SentBack:
                story.Do(20, at => request.SendBack(
                    "The technical design names no largest repository. Please add it and send again.", [], [], Reviewer(), at));
                break;
            case DemoTwist.Declined:
                Decline();
                break;
            case DemoTwist.Appealed:
                Decline();
                story.Do(26, at => request.Appeal("The first-year revenue doubled since; please look again.", ce, at));
                break;
            case DemoTwist.Withdrawn:
                story.Do(30, at => request.Withdraw("The customer chose to stay with what they have.", ce, at));
                break;
            case DemoTwist.Overridden:
                story.Do(5, at => request.OverrideStrategy(
                    "one-click", request.Playbook.OverrideReasons[0].Id, "Their cluster is not ready before spring; they start on one machine.", ce, at));
                break;
            case DemoTwist.Returned:
                Offer();
                story.Do(9, at => request.Return("No instance address and no known issues in the document.", story.Of("tam"), at));
                break;
            default:
                Begin(.5);
                break;
        }
    }

    private void Begin(double part)
    {
        // What triggers a growth watch is filled in when it is left.
        if (request.State != RequestState.InProgress || request.Current.Stage.WatchesGrowth) return;
        if (request.Current.Stage.Kind == StageKind.Review)
        {
            var reviewer = Reviewer();
            story.Do(random.Next(1, 9), at => request.Take(reviewer, at));
            return;
        }

        story.Work(part);
    }

    private void Offer()
    {
        if (request.Current.Stage.Kind != StageKind.HandOver || request.Current.AwaitsAcceptance) return;
        story.Work(part: 1);
        story.Do(2, at => request.Offer(story.Owner(), at));
    }

    private void Decline() => story.Do(24, at => request.Decline(
        request.Playbook.DeclineReasons[0].Id, "Too small for the implementation backlog this quarter.", Reviewer(), at));

    private Core.People.Person Reviewer() => story.Of(request.Current.TeamId, request.Current.Assignee?.PersonId);
}
