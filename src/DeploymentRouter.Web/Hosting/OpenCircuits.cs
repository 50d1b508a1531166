namespace DeploymentRouter.Web.Hosting;

/// <summary>How many pages are open just now in this process.</summary>
public sealed class OpenCircuits(CircuitLimits limits)
{
    private readonly Lock _counting = new();
    private readonly Dictionary<string, int> _of = new(StringComparer.Ordinal);
    private int _total;

    public enum Room
    {
        Enough,
        PersonHasTooMany,
        EverybodyHasTooMany,
    }

    public int PerPerson => limits.PerPerson;

    /// <summary>Whether somebody may open one more.</summary>
    public Room For(string personId)
    {
        lock (_counting)
        {
            return _of.GetValueOrDefault(personId) >= limits.PerPerson ? Room.PersonHasTooMany
                : _total >= limits.Total ? Room.EverybodyHasTooMany
                : Room.Enough;
        }
    }

    public bool TryOpen(string personId)
    {
        lock (_counting)
        {
            if (For(personId) is not Room.Enough) return false;
            _of[personId] = _of.GetValueOrDefault(personId) + 1;
            _total++;
            return true;
        }
    }

    public void Close(string personId)
    {
        lock (_counting)
        {
            if (_of.GetValueOrDefault(personId) is var open && open <= 1) _of.Remove(personId);
            else _of[personId] = open - 1;
            _total--;
        }
    }
}
