using System.Globalization;

namespace DeploymentRouter.Core.Requests;

/// <content>What stands in the way of readings and engagements.</content>
public static partial class Refusals
{
    public static Refusal NotAGrowthStage(string stage) =>
        new(nameof(NotAGrowthStage), $"No growth readings are taken in {stage}.");

    public static Refusal ReadingInvalid(string problem) => new(nameof(ReadingInvalid), problem);

    public static Refusal SameReading(string day, string source, string figures) =>
        new(nameof(SameReading), $"The reading of {day} from “{source}” is there already: {figures}. Withdraw it first if it is wrong.");

    public static Refusal TooManyReadings(int most) =>
        new(nameof(TooManyReadings), string.Create(CultureInfo.InvariantCulture, $"A request keeps at most {most:N0} readings."));

    public static Refusal UnknownReading() =>
        new(nameof(UnknownReading), "There is no such reading. Reload the page: it may have changed.");

    public static Refusal AlreadyWithdrawnReading(string person) =>
        new(nameof(AlreadyWithdrawnReading), $"{person} withdrew this reading already.");

    public static Refusal NotOver() => new(nameof(NotOver), "It is not over a limit, so there is nothing to clear.");

    public static Refusal StillOver() =>
        new(nameof(StillOver), "The latest reading is above the limit. Record one within both limits first.");

    public static Refusal ReadingNeeded() => new(nameof(ReadingNeeded), "Record a growth reading first: how many users and repositories there are now.");

    public static Refusal NothingToEngage() =>
        new(nameof(NothingToEngage), "Nobody is engaged from this stage: it is not part of the growth watch.");

    public static Refusal NothingToWatchAgain() =>
        new(nameof(NothingToWatchAgain), "Its growth was never watched, so there is no stage to go back to.");

    public static Refusal AnswerNotAged(string label) =>
        new(nameof(AnswerNotAged), $"“{Short(label)}” still holds and is not asked again here.");

    public static Refusal AnswersAged(IReadOnlyList<string> labels) =>
        new(nameof(AnswersAged), $"Confirm or change first, the {(labels.Count == 1 ? "answer is" : "answers are")} old: {string.Join(", ", labels)}.");
}
