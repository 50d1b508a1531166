namespace DeploymentRouter.Core.People;

/// <summary>What an access token may be used for. It never allows more than its owner may do.</summary>
public enum TokenScope
{
    /// <summary>Read all that its owner can read.</summary>
    Read,

    /// <summary>Open requests and act on them.</summary>
    Act,

    /// <summary>Hand in many things at once: requests, growth readings, opportunities.</summary>
    Import,

    /// <summary>Publish playbooks.</summary>
    Publish,

    /// <summary>Look after people, teams, tokens and webhooks.</summary>
    Manage,
}
