namespace DeploymentRouter.Core.Intake;

/// <summary>How many slips of the finger lie between two words (optimal string alignment: insert, drop, replace, swap neighbours).</summary>
public static class EditDistance
{
    /// <summary>The distance, or null when it is more than <paramref name="most"/>.</summary>
    public static int? Between(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most) return null;
        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var column = 0; column <= right.Length; column++) previous[column] = column;

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            var least = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
                least = Math.Min(least, current[column]);
            }

            if (least > most) return null;
            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length] <= most ? previous[right.Length] : null;
    }
}
