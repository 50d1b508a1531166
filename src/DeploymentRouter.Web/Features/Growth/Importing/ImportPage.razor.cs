using System.Text;
using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Components.Forms;

namespace DeploymentRouter.Web.Features.Growth.Importing;

public sealed partial class ImportPage(ReadingsImport import, SignedIn signedIn)
{
    private const int MostShown = 100;
    private const string TamId = "tam";
    private Person? _person;
    private string _text = "";
    private string? _problem;
    private ImportReport? _report;
    private bool _wasDryRun;
    private bool _isRunning;

    private static string Help => $"{string.Join(',', ReadingsFile.Columns)}; for example DR-1027,2026-11-24,18400,66000,Licence report";

    protected override async Task OnInitializedAsync() => _person = await signedIn.PersonAsync();

    private static bool MayImport(Person person) => person.IsAdmin || person.TeamId is TamId;

    private async Task ReadFileAsync(InputFileChangeEventArgs chosen)
    {
        (_problem, _report) = (null, null);
        if (chosen.File.Size > ReadingsFile.MaxBytes)
        {
            _problem = "The file has more than 1 MB. Split it.";
            return;
        }

        using var reader = new StreamReader(chosen.File.OpenReadStream(ReadingsFile.MaxBytes), Encoding.UTF8);
        _text = await reader.ReadToEndAsync();
    }

    private async Task RunAsync(bool dryRun)
    {
        // The second of two quick presses finds the first one under way.
        if (_isRunning) return;
        _problem = string.IsNullOrWhiteSpace(_text) ? "Choose a file, or paste its lines." : null;
        if (_problem is not null) return;
        _isRunning = true;
        try
        {
            (_report, _wasDryRun) = (await import.RunAsync(_text, dryRun, _person!), dryRun);
        }
        finally
        {
            _isRunning = false;
        }
    }
}
