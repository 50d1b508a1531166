using DeploymentRouter.Core.Queues;
using DeploymentRouter.Web.Features.Queues;

namespace DeploymentRouter.Web.Tests.Features.Queues;

public sealed class PriorityWordsTests
{
    [Fact]
    public void Facts_are_read_with_their_points_and_where_they_were_said() => Assert.Equal(
        "12,400 users 8 and 900 repositories 2, from the answers; 2 complexity flags 2, from the form",
        PriorityWords.For(new PriorityPart("Size", 20,
        [
            new("12,400 users", 8, PrioritySource.Answers), new("900 repositories", 2, PrioritySource.Answers), new("2 complexity flags", 2, PrioritySource.Form),
        ])));

    [Fact]
    public void A_part_without_points_says_so() => Assert.Equal("Nothing", PriorityWords.For(new PriorityPart("Value", 20, [])));
}
