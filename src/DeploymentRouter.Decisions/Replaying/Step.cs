using System.Runtime.InteropServices;

namespace DeploymentRouter.Decisions.Replaying;

/// <summary>One look-up: which levels are read, what each digit counts, and where the entries begin. The first digit counts 1; levels that are not needed count 0.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Step(
    int Place, byte First, byte Second, byte Third, byte Fourth, ushort OfSecond, ushort OfThird, ushort OfFourth);
