using System.Diagnostics.CodeAnalysis;
using DeploymentRouter.Decisions.Text;

namespace DeploymentRouter.Decisions;

/// <summary>
/// The one-line text of the rule language: a test of one answer (<c>users_full &gt; 20000</c>), a condition by its id,
/// or <c>not</c> before either. Joining lines (all of, any of) is left to the file that holds them.
/// </summary>
public static class FormulaText
{
    /// <summary>Reads one line; <paramref name="error"/> is a sentence that says what was expected instead.</summary>
    /// <remarks>Whether the ids and values exist is found out by <see cref="RuleSet.TryCompile"/>.</remarks>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Formula? formula, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        (formula, error) = (null, null);
        try
        {
            formula = new LeafReader(Tokens.Read(text)).ReadAll();
            return true;
        }
        catch (TextFault fault)
        {
            error = fault.Message;
            return false;
        }
    }

    /// <summary>The line that <see cref="TryParse"/> reads back as an equal formula.</summary>
    /// <exception cref="ArgumentException">The formula joins parts, or has a test that no text stands for (an empty list, a range without ends).</exception>
    public static string Write(Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return LeafWriter.Write(formula);
    }

    /// <summary>Whether <see cref="Write"/> has a line for this formula.</summary>
    public static bool IsOneLine(Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return LeafWriter.CanWrite(formula);
    }
}
