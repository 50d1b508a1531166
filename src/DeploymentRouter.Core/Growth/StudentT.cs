namespace DeploymentRouter.Core.Growth;

/// <summary>
/// Critical values of Student's t for a two-sided 95 % interval, from the NIST/SEMATECH e-Handbook of Statistical Methods,
/// section 1.3.6.7.2. Between the printed degrees of freedom the next lower one counts: the interval is never too narrow.
/// </summary>
internal static class StudentT
{
    private static readonly double[] To30 =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <param name="degreesOfFreedom">1 or more.</param>
    public static double Of95(int degreesOfFreedom) => degreesOfFreedom switch
    {
        <= 30 => To30[degreesOfFreedom - 1],
        < 40 => 2.042,
        < 60 => 2.021,
        < 100 => 2.000,
        _ => 1.984,
    };
}
