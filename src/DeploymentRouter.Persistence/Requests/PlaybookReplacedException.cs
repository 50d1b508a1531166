namespace DeploymentRouter.Persistence.Requests;

/// <summary>Another playbook was put in force between reading answers by the one before and storing what came of them.</summary>
public sealed class PlaybookReplacedException() : InvalidOperationException("Another playbook was put in force meanwhile.");
