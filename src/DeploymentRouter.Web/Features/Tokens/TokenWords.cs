using DeploymentRouter.Core.People;

namespace DeploymentRouter.Web.Features.Tokens;

/// <summary>What a scope lets a program do, as its maker reads it.</summary>
public static class TokenWords
{
    /// <summary>For how many days a token is usually made, the shortest first.</summary>
    public static IReadOnlyList<int> Days { get; } = [7, 30, 90, 180, 366];

    public static string Name(TokenScope scope) => scope switch
    {
        TokenScope.Read => "Read",
        TokenScope.Act => "Act",
        TokenScope.Import => "Import",
        TokenScope.Publish => "Publish",
        TokenScope.Manage => "Manage",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    public static string Allows(TokenScope scope) => scope switch
    {
        TokenScope.Read => "Requests, queues, reports: all that its owner can read",
        TokenScope.Act => "File requests and act on them",
        TokenScope.Import => "Hand in many requests, readings or opportunities at once",
        TokenScope.Publish => "Put another playbook in force",
        TokenScope.Manage => "Look after people, teams, tokens and webhooks",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    /// <summary>"30 days", "1 year".</summary>
    public static string Lasts(int days) => days >= 365 ? "1 year" : $"{days} days";
}
