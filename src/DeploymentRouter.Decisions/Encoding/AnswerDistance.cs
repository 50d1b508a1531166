namespace DeploymentRouter.Decisions.Encoding;

internal static class AnswerDistance
{
    /// <summary>How much two answers to one question differ: numbers by their difference, choices by the options taken or left; single choices differ or not.</summary>
    public static long Between(Answer left, Answer right) => (left, right) switch
    {
        (NumberAnswer l, NumberAnswer r) => (long)UInt128.Min((UInt128)Int128.Abs((Int128)l.Value - r.Value), long.MaxValue - 1),
        (ChoicesAnswer l, ChoicesAnswer r) => l.Values.SymmetricExcept(r.Values).Count,
        _ => left == right ? 0 : 1,
    };
}
