using DeploymentRouter.Core.Intake;
using DeploymentRouter.Web.Components.Parts;

namespace DeploymentRouter.Web.Features.Intake;

/// <summary>What the last Continue found wrong. Nothing turns red while somebody types; what is put right turns quiet at once.</summary>
public sealed class StepErrors
{
    public const string Undecided = "Choose which of the two values to keep";

    private HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>The lines of the summary; a new list for each attempt, which is what moves the focus there.</summary>
    public IReadOnlyList<FieldError> Summary { get; private set; } = [];

    /// <summary>Looks at the fields of a page. True: nothing stands in the way.</summary>
    /// <param name="keys">The page's fields, in page order.</param>
    public bool Check(IReadOnlyList<string> keys, Func<string, string?> problemOf)
    {
        var found = keys.Select(key => (Key: key, Message: problemOf(key))).Where(problem => problem.Message is not null).ToList();
        Summary = [.. found.Select(problem => new FieldError(IntakeLinks.FieldId(problem.Key), problem.Message!))];
        _keys = found.Select(problem => problem.Key).ToHashSet(StringComparer.Ordinal);
        return found.Count == 0;
    }

    /// <summary>What to show at a field.</summary>
    public string? Of(string key, Func<string, string?> problemOf) => _keys.Contains(key) ? problemOf(key) : null;
}
