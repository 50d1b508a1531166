using System.Text.RegularExpressions;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Persistence.Webhooks;

namespace DeploymentRouter.Persistence.Tests.Webhooks;

public sealed partial class WebhookEventsTests
{
    [Fact]
    public void Every_kind_of_entry_is_an_event_or_none_on_purpose()
    {
        var kinds = typeof(Happening).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Happening))).ToList();

        Assert.True(kinds.Count > 30);
        Assert.Equal([], kinds.Where(kind => !WebhookEvents.Knows(kind)).Select(kind => kind.Name));
        Assert.False(WebhookEvents.Knows(typeof(Happening)));
    }

    [Fact]
    public void Types_are_named_in_one_way_and_each_once()
    {
        Assert.All(WebhookEvents.All, one => Assert.Matches(Name(), one.Type));
        Assert.Equal(WebhookEvents.All.Count, WebhookEvents.All.Select(one => one.Type).Distinct().Count());
        Assert.Equal(["request", "operation", "reading", "file"], WebhookEvents.All.Select(one => one.Area).Distinct());
        Assert.Contains(WebhookEvents.All, one => one.Type == "request.decided");
    }

    [GeneratedRegex("^[a-z]+\\.[a-z]+(_[a-z]+)*$")]
    private static partial Regex Name();
}
