using DeploymentRouter.Core.Intake;

namespace DeploymentRouter.Web.Features.Intake.Questions;

/// <summary>What ticking a box of an any-of question makes of its field. "None" and "We don't know yet" stand alone.</summary>
public static class ManyChoice
{
    /// <summary>The field after a box changed; null: open again.</summary>
    /// <param name="value">A value's id, <see cref="TypedAnswer.None"/> or <see cref="TypedAnswer.Unsure"/>.</param>
    public static string? Tick(string text, string value, bool isTicked)
    {
        if (value is TypedAnswer.None or TypedAnswer.Unsure) return isTicked ? value : null;
        var chosen = TypedAnswer.Chosen(text);
        chosen = isTicked ? chosen.Add(value) : chosen.Remove(value);
        return chosen.Count == 0 ? null : string.Join(',', chosen);
    }
}
