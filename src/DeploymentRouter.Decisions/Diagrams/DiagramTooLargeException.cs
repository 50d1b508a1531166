using System.Globalization;

namespace DeploymentRouter.Decisions.Diagrams;

/// <param name="what">What there would be too many of: steps, nodes or edges.</param>
internal sealed class DiagramTooLargeException(string what, long maximum) : Exception(string.Create(
    CultureInfo.InvariantCulture, $"The rules are too intricate: their decision diagram needs more than {maximum:N0} {what}."));
