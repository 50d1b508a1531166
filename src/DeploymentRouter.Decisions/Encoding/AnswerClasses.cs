using System.Globalization;
using DeploymentRouter.Decisions.Diagrams;

namespace DeploymentRouter.Decisions.Encoding;

/// <summary>
/// The answers to one question, cut into classes that no test of the rule set tells apart. The diagram branches on classes.
/// </summary>
internal abstract class AnswerClasses
{
    public const int NotAnAnswer = -1;

    public abstract int Count { get; }

    /// <summary>The class of an answer; <see cref="NotAnAnswer"/> for one that the question does not take.</summary>
    public abstract int ClassOf(Answer answer);

    /// <summary>How many answers are in the class; sums to the size of the domain.</summary>
    public abstract UInt128 Weight(int answerClass);

    /// <summary>One answer of the class.</summary>
    public abstract Answer Example(int answerClass);

    /// <summary>The answer of the class that differs least from <paramref name="from"/>, an answer to the same question.</summary>
    public abstract Answer Nearest(int answerClass, Answer from);

    /// <summary>Every pair of classes between which one step to more leads: the next larger number, yes for no, one more choice. Empty where nothing is more.</summary>
    /// <exception cref="DiagramTooLargeException">There are too many to list.</exception>
    public abstract IReadOnlyList<StepUp> StepsUp();

    /// <summary>A formula that holds for exactly the answers of these classes (some, not all), as short as can be, once the question is asked.</summary>
    public abstract Formula Describe(string questionId, ReadOnlySpan<bool> classes);

    /// <summary>Which classes pass one of the tests that the classes were made for.</summary>
    public abstract bool[] Passing(UnaryTest test);

    /// <exception cref="TooManyClassesException">More than <see cref="RuleSetLimits.MaxAnswerClasses"/>.</exception>
    public static AnswerClasses Of(Domain domain, IReadOnlyCollection<UnaryTest> tests) => domain switch
    {
        YesNoDomain => new ChoiceClasses(ChoiceClasses.NoYes, tests, value => new YesNoAnswer(value == "yes")),
        OneOfDomain oneOf => new ChoiceClasses(oneOf.Values, tests, value => new ChoiceAnswer(value)),
        AnyOfDomain anyOf => new ChoicesClasses(anyOf, tests),
        WholeNumberDomain number => new NumberClasses(number, tests),
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };
}

/// <summary>One step to more that leads from one class to another.</summary>
internal sealed record StepUp(int Less, int More, Answer From, Answer To);

internal sealed class TooManyClassesException()
    : Exception(string.Create(
        CultureInfo.InvariantCulture, $"The rules tell more than {RuleSetLimits.MaxAnswerClasses:N0} kinds of answers to this question apart."));
