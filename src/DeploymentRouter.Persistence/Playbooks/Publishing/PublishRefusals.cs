using DeploymentRouter.Core.Requests;

namespace DeploymentRouter.Persistence.Playbooks.Publishing;

/// <summary>Why a sound playbook is not published.</summary>
internal static class PublishRefusals
{
    public static Refusal InForceAlready() => new("PlaybookInForceAlready", "This playbook is in force already, byte for byte.");

    public static Refusal FromFile(string name) => new(
        "PlaybookFromFile", $"The setting Playbook:File puts {name} in force here. Publish that same file, take the setting out and start again; from then on others can be published.");

    public static Refusal VersionTaken(Publication other) => new(
        "PlaybookVersionTaken", FormattableString.Invariant($"Version {other.Version} was put in force by {other.ByName} on {other.At:d MMM yyyy} and says something else. Give this one another version."));

    public static Refusal VersionInForce(int version) => new(
        "PlaybookVersionTaken", FormattableString.Invariant($"Version {version} is in force and says something else. Give this one another version."));

    public static Refusal ImportUnderWay() => new(
        "ImportUnderWay", "An import is being stored, by the playbook it was checked by. Publish when it is done, or, if it was cut off, after the next start has finished it.");

    public static Refusal SettingNeeds(string what) => new("PlaybookSettingNeeds", $"The configuration does not fit: {what}");
}
