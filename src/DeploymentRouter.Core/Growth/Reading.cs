using DeploymentRouter.Core.Requests.History;

namespace DeploymentRouter.Core.Growth;

/// <summary>How many users and repositories a deployment had on a day, and who says so.</summary>
/// <param name="Entry">Number of the history entry that recorded it; names the reading within its request.</param>
/// <param name="On">The day it was read; never after the day it was entered.</param>
/// <param name="Users">0 to <see cref="MaxUsers"/>.</param>
/// <param name="Repositories">0 to <see cref="MaxRepositories"/>.</param>
/// <param name="Source">Where the figures come from, for example "licence report"; at most <see cref="MaxSource"/> characters.</param>
/// <param name="By">Who entered it.</param>
/// <param name="EnteredAt">UTC.</param>
/// <param name="Withdrawal">Who took it back, and why; null: it counts.</param>
public sealed record Reading(
    int Entry, DateOnly On, long Users, long Repositories, string Source, Actor By, DateTime EnteredAt, ReadingWithdrawal? Withdrawal = null)
{
    public const long MaxUsers = 1_000_000;
    public const long MaxRepositories = 5_000_000;
    public const int MaxSource = 200;

    /// <summary>A request keeps at most this many readings, withdrawn ones included.</summary>
    public const int MostPerRequest = 2_000;

    /// <summary>Whether this is the reading that <paramref name="on"/> and <paramref name="source"/> name: one day, one source, one reading.</summary>
    public bool IsOf(DateOnly on, string source) => On == on && string.Equals(Source, source, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why a reading no longer counts. It stays in the history and in the list.</summary>
public sealed record ReadingWithdrawal(string Reason, Actor By, DateTime At);
