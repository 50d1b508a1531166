namespace DeploymentRouter.Decisions.Diagrams;

/// <summary>Remembers results of if-then-else. It may forget (one result a slot), so its size is bounded; the builder's step ceiling bounds the time.</summary>
internal sealed class ResultCache
{
    private const int MaxSlots = 1 << 20;

    private Slot[] slots = new Slot[1 << 10];

    public bool TryGet(int condition, int then, int otherwise, out int result)
    {
        ref var slot = ref slots[IndexOf(condition, then, otherwise)];
        result = slot.Result;
        return slot.Used && slot.Condition == condition && slot.Then == then && slot.Otherwise == otherwise;
    }

    public void Put(int condition, int then, int otherwise, int result) =>
        slots[IndexOf(condition, then, otherwise)] = new Slot(true, condition, then, otherwise, result);

    /// <summary>Grows along with the number of nodes.</summary>
    public void Fit(int nodes)
    {
        if (nodes > slots.Length && slots.Length < MaxSlots)
            slots = new Slot[4 * slots.Length];
    }

    public void Clear() => Array.Clear(slots);

    private int IndexOf(int condition, int then, int otherwise) =>
        Hashing.Of(condition, then, otherwise) & (slots.Length - 1);

    private readonly record struct Slot(bool Used, int Condition, int Then, int Otherwise, int Result);
}
