using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.Features.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DeploymentRouter.Web.Features.Growth.Importing;

public sealed partial class ImportPage(ReadingsImport import, UnsentTexts unsent, PlaybookInForce playbook, SignedIn signedIn)
{
    private const int MostShown = 100;

    // A much longer text would not arrive: the connection takes no message of more than 512 KB.
    private const int MostPasted = UnsentTexts.Longest;

    private const string Kept = "import";

    private Person? _person;
    private string _text = "";
    private string? _longFile;
    private string? _problem;
    private ImportReport? _report;
    private bool _wasDryRun;
    private bool _isRunning;

    private static string Help => $"{string.Join(',', ReadingsFile.Columns)}; for example DR-1027,2026-11-24,18400,66000,Licence report";

    protected override async Task OnInitializedAsync()
    {
        var person = await signedIn.PersonAsync();
        if ((await unsent.OfAsync(person.Id, UnsentTexts.NoRequest)).TryGetValue(Kept, out var kept)) _text = kept.Text;
        _person = person;
    }

    private string Recorders => Wording.AndList([.. playbook.Current.WatchingTeamIds.Select(id => playbook.Current.Team(id).Name)]);

    private bool MayImport(Person person) => person.May(Right.ImportReadings, playbook.Current);

    private async Task ReadFileAsync(InputFileChangeEventArgs chosen)
    {
        (_problem, _report) = (null, null);
        if (chosen.File.Size > ReadingsFile.MaxBytes)
        {
            _problem = "The file has more than 1 MB. Split it.";
            return;
        }

        try
        {
            await using var file = chosen.File.OpenReadStream(ReadingsFile.MaxBytes);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            var (text, fault) = ReadingsFile.TextOf(bytes.ToArray());
            if (text is null) _problem = $"{chosen.File.Name}: {fault}";
            else if (text.Length > MostPasted) (_text, _longFile) = ("", text);
            else await TypeAsync(text);
        }
        catch (Exception failure) when (failure is IOException or JSException or OperationCanceledException or TimeoutException)
        {
            _problem = $"{chosen.File.Name} could not be read. Choose it again.";
        }
    }

    private async Task TypeAsync(string? text)
    {
        (_text, _longFile) = (text ?? "", null);
        await unsent.KeepAsync(_person!.Id, UnsentTexts.NoRequest, Kept, _text);
    }

    private async Task RunAsync(bool dryRun)
    {
        // The second of two quick presses finds the first one under way.
        if (_isRunning) return;
        _problem = string.IsNullOrWhiteSpace(_longFile ?? _text) ? "Choose a file, or paste its lines."
            : _longFile is null && _text.Length > MostPasted ? $"Only {MostPasted:N0} characters can be pasted. Save the table as a file and choose that."
            : null;
        if (_problem is not null) return;
        _isRunning = true;
        try
        {
            (_report, _wasDryRun) = (await import.RunAsync(_longFile ?? _text, dryRun, _person!, await signedIn.SightAsync()), dryRun);
            // It stays in the box until the page is left; after that it is of no more use.
            if (!dryRun && _report.Faults.Count == 0) await unsent.ForgetAsync(_person!.Id, UnsentTexts.NoRequest, Kept);
        }
        finally
        {
            _isRunning = false;
        }
    }
}
