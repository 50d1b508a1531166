using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Web.Components.Parts;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace DeploymentRouter.Web.Features.Privacy;

public enum PrivacyAct
{
    Delete,
    Erase,
}

/// <summary>What is kept for how long, and all that is stored about one person.</summary>
public sealed partial class PrivacyPage(
    Retention retention, PrivacyPeople everybody, PersonErasure erasure, PlaybookInForce playbook, SignedIn signedIn, Toasts toasts)
{
    private const string DeleteWord = "delete";
    private bool? _isMine;
    private Person? _person;
    private IReadOnlyList<RetentionLine>? _lines;
    private IReadOnlyList<PrivacyPerson> _people = [];
    private PrivacyPerson? _chosen;
    private PrivacyAct? _act;
    private string _typed = "";
    private string? _problem;
    private bool _isActing;

    // Only while the page is rendered ahead of its circuit.
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string Wanted => _act is PrivacyAct.Erase ? _chosen?.Name ?? "" : DeleteWord;

    private string Title => _act is PrivacyAct.Erase ? $"Erase {_chosen?.Name}?" : "Delete what was kept long enough?";

    private string Lede => _act is PrivacyAct.Erase
        ? "Their account, drafts and unsent texts are deleted. What they did stays under another name. What people wrote themselves, for example in comments, is not searched for the name. This cannot be taken back."
        : "This cannot be taken back.";

    protected override async Task OnInitializedAsync()
    {
        _person = await signedIn.PersonAsync();
        _isMine = _person.May(Right.ManagePrivacy, playbook.Current);
        if (_isMine is false) Http.AnswerNotYours();
        else await ReadAsync();
    }

    private async Task ReadAsync() => (_lines, _people) = (await retention.PreviewAsync(), await everybody.AllAsync());

    private void Choose(string id) => _chosen = _people.FirstOrDefault(person => person.Id == id);

    private void Ask(PrivacyAct act) => (_act, _typed, _problem) = (act, "", null);

    private async Task DoAsync()
    {
        if (_isActing) return;
        if (!string.Equals(_typed.Trim(), Wanted, StringComparison.Ordinal))
        {
            _problem = $"Type “{Wanted}” exactly, so that nothing goes by a slip.";
            return;
        }

        _isActing = true;
        try
        {
            _problem = await (_act is PrivacyAct.Erase ? EraseAsync(_chosen!) : DeleteAsync());
            if (_problem is null) _act = null;
            await ReadAsync();
        }
        finally
        {
            _isActing = false;
        }
    }

    private async Task<string?> EraseAsync(PrivacyPerson who)
    {
        var (name, refusal) = await erasure.EraseAsync(who.Id, _person!);
        if (refusal is not null) return refusal.Sentence;
        _chosen = null;
        toasts.Say($"Erased. What they did is shown as done by {name}.");
        return null;
    }

    private async Task<string?> DeleteAsync()
    {
        var (gone, refusal) = await retention.RunAsync(_person!);
        if (refusal is not null) return refusal.Sentence;
        toasts.Say($"Deleted: {gone.Sum(line => line.Count)}.");
        return null;
    }
}
