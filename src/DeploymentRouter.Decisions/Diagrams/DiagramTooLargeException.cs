namespace DeploymentRouter.Decisions.Diagrams;

internal sealed class DiagramTooLargeException(string ceiling, long maximum)
    : Exception($"The rules are too intricate: their decision diagram needs more than {maximum} {ceiling}.");
