namespace DeploymentRouter.Core.People;

/// <summary>What people can do beyond the acts on one request.</summary>
public enum Right
{
    /// <summary>Invite people, change their teams and rights, end their sessions, shut them out.</summary>
    ManagePeople,

    /// <summary>Read and export what the audit page shows.</summary>
    ReadAudit,

    /// <summary>Put another playbook in force.</summary>
    PublishPlaybook,

    /// <summary>Export or erase what is stored about a person, and set how long things are kept.</summary>
    ManagePrivacy,

    /// <summary>Say which other systems are told what happens.</summary>
    ManageWebhooks,

    /// <summary>Record many growth readings at once.</summary>
    ImportReadings,

    /// <summary>File many requests at once.</summary>
    ImportRequests,

    /// <summary>Hand in what the sales system knows of opportunities.</summary>
    HandInOpportunities,

    /// <summary>Make a link to a request's status for somebody without an account.</summary>
    ShareStatus,

    /// <summary>See revenue and market figures.</summary>
    SeeCommercial,
}
