using System.Text.Json;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Benchmarks.Cases;

/// <summary>The same ten thousand customers every time, spread over all strategies, in each form a contender wants.</summary>
internal static class RandomCustomers
{
    public const int Count = 10_000;

    public static Customer[] All { get; } = Make(new Random(20_260));

    public static AnswerSet[] Answers { get; } = Array.ConvertAll(All, AnswersOf);

    private static AnswerSet AnswersOf(Customer customer) => AnswerSet.Of(
        typeof(Customer).GetProperties().Select(property => KeyValuePair.Create(Id(property.Name), AnswerOf(property.GetValue(customer)))));

    private static Answer AnswerOf(object? value) => value switch
    {
        bool yes => new YesNoAnswer(yes),
        long number => new NumberAnswer(number),
        Certifications.None or CodeHosts.None => new ChoicesAnswer([]),
        Certifications flags => Choices($"{flags}"),
        CodeHosts flags => Choices($"{flags}"),
        _ => new ChoiceAnswer(Id($"{value}")),
    };

    private static ChoicesAnswer Choices(string flags) => new([.. flags.Split(", ").Select(Id)]);

    // As readers do it: one string per id, however many answers have it.
    private static string Id(string name) => string.Intern(JsonNamingPolicy.SnakeCaseLower.ConvertName(name));

    // Good news is drawn more often, or hardly anybody would come past the first blocker.
    private static Customer[] Make(Random random)
    {
        var customers = new Customer[Count];
        for (var i = 0; i < Count; i++)
        {
            customers[i] = new Customer
            {
                UsersFull = random.NextInt64(1, random.Next(2) == 0 ? 20_001 : 1_000_000),
                ReposFull = random.NextInt64(1, random.Next(2) == 0 ? 200_001 : 5_000_000),
                UsersInitial = random.NextInt64(1, 30_000),
                ReposInitial = random.NextInt64(1, 300_000),
                RequiredCertifications = random.Next(3) == 0 ? (Certifications)random.Next(32) : Certifications.Soc2,
                CodeHostTypes = random.Next(3) == 0 ? (CodeHosts)random.Next(1, 16) : CodeHosts.Github,
                HostingRegion = random.Next(2) == 0 ? (Region)random.Next(4) : Region.Us,
                CodeHostReachability = random.Next(2) == 0 ? (Reachability)random.Next(4) : Reachability.Public,
                CloudTeamVerdict = (CloudVerdict)random.Next(3),
                HostingProvider = random.Next(3) == 0 ? (Provider)random.Next(4) : Provider.Aws,
                OwnBaseImage = random.Next(3) == 0 ? (BaseImage)random.Next(3) : BaseImage.NotRequired,
                ImageRestrictionVerdict = (ImageVerdict)random.Next(2),
                AdminAccessOk = random.Next(5) > 0,
                AuditLoggingOk = random.Next(5) > 0,
                OtherCloudBlockers = random.Next(5) == 0,
                CustomerWaitsForCloud = random.Next(2) == 0,
                ClusterRequired = random.Next(6) == 0,
                SingleMachineIssues = random.Next(6) == 0,
                ImageRestrictions = random.Next(4) == 0,
                WantsProductionQuickly = random.Next(3) > 0,
            };
        }
        return customers;
    }
}
