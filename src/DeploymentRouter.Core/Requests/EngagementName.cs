namespace DeploymentRouter.Core.Requests;

/// <summary>What people call each kind of work, and the id that drafts and addresses use for it.</summary>
public static class EngagementName
{
    /// <summary>For example "New production".</summary>
    public static string Of(Engagement engagement) => engagement switch
    {
        Engagement.Trial => "Trial or POC",
        Engagement.NewProduction => "New production",
        Engagement.Migration => "Migration",
        Engagement.Expansion => "Expansion",
        _ => throw new ArgumentOutOfRangeException(nameof(engagement), engagement, null),
    };

    /// <summary>For example <c>new-production</c>.</summary>
    public static string Id(Engagement engagement) => engagement switch
    {
        Engagement.Trial => "trial",
        Engagement.NewProduction => "new-production",
        Engagement.Migration => "migration",
        Engagement.Expansion => "expansion",
        _ => throw new ArgumentOutOfRangeException(nameof(engagement), engagement, null),
    };

    /// <summary>The kind of work with this id; null: there is none.</summary>
    public static Engagement? Read(string id) =>
        Enum.GetValues<Engagement>().Cast<Engagement?>().FirstOrDefault(engagement => Id(engagement!.Value) == id);
}
