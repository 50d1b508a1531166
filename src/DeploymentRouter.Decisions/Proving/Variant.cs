using DeploymentRouter.Decisions.Compiling;

namespace DeploymentRouter.Decisions.Proving;

/// <summary>The same rules with one condition or branching replaced: only what reads it is compiled again.</summary>
internal sealed class Variant
{
    private readonly ProofBench proof;
    private readonly HashSet<string> readers = new(StringComparer.Ordinal);
    private readonly FormulaCompiler formulas;

    /// <param name="item">The condition or question.</param>
    /// <param name="root">When it holds, or is asked, in the variant.</param>
    public Variant(ProofBench proof, object item, int root)
    {
        this.proof = proof;
        formulas = new FormulaCompiler(proof.Bench.Code, proof.Builder);
        foreach (var next in proof.Order)
        {
            if (next == item)
                formulas.Take(next, root);
            else if (Reads(next is Condition condition ? condition.When : ((Question)next).AskedWhen))
                formulas.Define(next);
            else
                formulas.Take(next, proof.Bench.Formulas.RootOf(next));
            if (formulas.RootOf(next) != proof.Bench.Formulas.RootOf(next))
                readers.Add(ReadingKeys.Of(next));
        }
    }

    /// <summary>When the question is asked.</summary>
    public int Asked(Question question) => formulas.Asked(question.Id);

    public int Compile(Formula formula) => formulas.Compile(formula);

    /// <summary>Whether a formula may mean something else than in the rules as they are.</summary>
    public bool Reads(Formula? formula) => formula is not null && Array.Exists(proof.KeysReadBy(formula), readers.Contains);

    /// <summary>Ends in the number of the deciding row.</summary>
    public int Rows()
    {
        var holds = proof.Holds.ToArray();
        foreach (var (row, rule) in proof.Definition.Rules.Index().Where(pair => Reads(pair.Item.When)))
            holds[row] = formulas.Compile(rule.When);
        return RowTable.Of(proof.Builder, holds, proof.RowNumbers);
    }
}
