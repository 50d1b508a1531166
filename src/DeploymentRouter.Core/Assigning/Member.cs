namespace DeploymentRouter.Core.Assigning;

/// <summary>Somebody of a team, as far as it matters to who gets the next request.</summary>
/// <param name="Capacity">How many requests they may have open before none is assigned to them any more; 0 to <see cref="MaxCapacity"/>.</param>
/// <param name="Open">How many are assigned to them now, those on hold included.</param>
/// <param name="LastTurnAt">UTC; when they last got a request that they had not had before; null: never.</param>
/// <param name="Absences">Present and coming ones.</param>
/// <param name="IsLead">May change how the team works.</param>
public sealed record Member(
    string PersonId, string Name, int Capacity, int Open, DateTime? LastTurnAt, IReadOnlyList<Absence> Absences, bool IsLead)
{
    /// <summary>The capacity of whoever nobody has given another.</summary>
    public const int DefaultCapacity = 8;

    public const int MaxCapacity = 200;

    public bool HasRoom => Open < Capacity;

    /// <summary>The absence that covers a day, the longest of several; null: they are there.</summary>
    public Absence? AbsenceOn(DateOnly day) => Absences.Where(absence => absence.Covers(day)).MaxBy(absence => absence.To);
}

/// <summary>Days on which somebody is away, both included.</summary>
public sealed record Absence(Guid Id, DateOnly From, DateOnly To)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
