using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.Features.Intake.Tasks;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Intake.Check;

/// <summary>Everything once more before it is sent, and the sending.</summary>
public sealed partial class CheckStep(
    SimilarRequests similar, RequestDesk desk, Sights sights, DraftFeed feed, NavigationManager navigation, Toasts toasts, TimeProvider time, ILogger<CheckStep> logger)
{
    private IReadOnlyList<SimilarRequest> _similar = [];
    private IReadOnlyList<FieldError> _errors = [];
    private SendPreview? _preview;
    private (string Name, string Link) _compared;
    private string? _failure;
    private bool _isSending;
    private bool _wasTold;

    [Parameter, EditorRequired]
    public required IntakeState State { get; set; }

    [Parameter, EditorRequired]
    public required Person Person { get; set; }

    private TopicTask Before => State.Tasks.Last(task => task.IsNeeded);

    private string ErrorHeading => _errors.Count == 1 ? "1 thing is needed before this can be sent" : $"{_errors.Count} things are needed before this can be sent";

    private string? SimilarError => _wasTold && !DifferentFrom.Covers(State.Session, _similar) ? DifferentFrom.Problem(_similar) : null;

    protected override async Task OnParametersSetAsync()
    {
        _preview = SendPreview.Of(State.Reading, Person, time.GetUtcNow().UtcDateTime);
        await CompareAsync();
    }

    private async Task CompareAsync()
    {
        var facts = State.Reading.Facts;
        if (_compared == (facts.Name, facts.OpportunityLink)) return;
        _compared = (facts.Name, facts.OpportunityLink);
        _similar = await similar.FindAsync(facts.Name, facts.OpportunityLink, await sights.OfAsync(Person));
    }

    private async Task SendAsync()
    {
        if (_isSending) return;
        _isSending = true;
        _failure = null;
        try
        {
            await FileAsync();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Draft {DraftId} could not be filed", State.Session.Draft.Id);
            _failure = "Something went wrong on our side. Everything you typed is kept, and sending again is safe: it opens one request, however often you try.";
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task FileAsync()
    {
        var shown = State.Session.Shown;
        await State.Session.CatchUpAsync();
        if (State.Session.IsGone) return;
        // By what it says, not by its version: storing what was typed here makes a version, too.
        if (!State.Session.Shown.SaysTheSameAs(shown))
        {
            _failure = "Another tab has just changed an answer. It is on this page now: look at it again, then send.";
            return;
        }

        // Somebody may have opened a request for the same customer while this page was read.
        _compared = default;
        await CompareAsync();
        _wasTold = true;
        _errors = [.. SendErrors.Of(State, _similar)];
        if (_errors.Count > 0) return;
        var (draftId, reading) = (State.Session.Draft.Id, State.Reading);
        var result = await desk.FileAsync(draftId, reading, Person);
        if (result is ActResult.Done { Request: var request }) await GoOnAsync(request, draftId);
        else if (result is ActResult.Refused { Refusal: var refusal }) _failure = refusal.Sentence;
    }

    private async Task GoOnAsync(Request request, Guid draftId)
    {
        await State.Session.LeaveAsync();
        toasts.Say($"{RequestNumber.Text(request.Number)} for {request.Customer.Name} is open. Next: {request.Playbook.Team(request.OwnerTeamId!).Name}, {request.Current.Stage.Name}.");
        navigation.NavigateTo($"/requests/{request.Number}");
        feed.Publish(draftId);
    }
}
