using System.Net;
using DeploymentRouter.Persistence.Webhooks;

namespace DeploymentRouter.Persistence.Tests.Webhooks;

public sealed class WebhookDestinationsTests
{
    [Theory]
    [InlineData("93.184.215.14", NetworkReach.Public)]
    [InlineData("2606:2800:21f:cb07::1", NetworkReach.Public)]
    [InlineData("172.32.0.1", NetworkReach.Public)]
    [InlineData("::ffff:93.184.215.14", NetworkReach.Public)]
    [InlineData("10.1.2.3", NetworkReach.Private)]
    [InlineData("172.31.255.255", NetworkReach.Private)]
    [InlineData("192.168.0.1", NetworkReach.Private)]
    [InlineData("100.64.0.1", NetworkReach.Private)]
    [InlineData("fd12:3456::1", NetworkReach.Private)]
    [InlineData("::ffff:10.0.0.1", NetworkReach.Private)]
    [InlineData("127.0.0.1", NetworkReach.Closed)]
    [InlineData("::ffff:127.0.0.1", NetworkReach.Closed)]
    [InlineData("::1", NetworkReach.Closed)]
    [InlineData("::", NetworkReach.Closed)]
    [InlineData("0.0.0.0", NetworkReach.Closed)]
    [InlineData("169.254.169.254", NetworkReach.Closed)]
    [InlineData("fe80::1", NetworkReach.Closed)]
    [InlineData("ff02::1", NetworkReach.Closed)]
    [InlineData("224.0.0.1", NetworkReach.Closed)]
    [InlineData("255.255.255.255", NetworkReach.Closed)]
    [InlineData("::127.0.0.1", NetworkReach.Closed)]
    [InlineData("64:ff9b::7f00:1", NetworkReach.Closed)]
    [InlineData("2002:7f00:1::", NetworkReach.Closed)]
    [InlineData("2001:0:7f00:1::", NetworkReach.Closed)]
    [InlineData("192.0.2.1", NetworkReach.Closed)]
    public void Addresses_are_where_the_registries_say(string address, NetworkReach reach) => Assert.Equal(reach, Networks.ReachOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("", "UrlInvalid")]
    [InlineData("hook", "UrlInvalid")]
    [InlineData("ftp://93.184.215.14/", "UrlInvalid")]
    [InlineData("https:///nowhere", "UrlInvalid")]
    [InlineData("https://93.184.215.14/#part", "UrlInvalid")]
    [InlineData("http://93.184.215.14/", "UrlNotHttps")]
    [InlineData("https://ada:secret@93.184.215.14/", "UrlWithPassword")]
    [InlineData("https://127.0.0.1/", "UrlNotPublic")]
    [InlineData("https://2130706433/", "UrlNotPublic")]
    [InlineData("https://0x7f.1/", "UrlNotPublic")]
    [InlineData("https://[::ffff:127.0.0.1]/", "UrlNotPublic")]
    [InlineData("https://localhost/", "UrlNotPublic")]
    [InlineData("https://10.0.0.1/", "UrlNotPublic")]
    [InlineData("https://169.254.169.254/latest/", "UrlNotPublic")]
    [InlineData("https://93.184.215.14:8443/hook?x=1", null)]
    public async Task What_cannot_be_told_is_refused_when_it_is_saved(string url, string? refusal) =>
        Assert.Equal(refusal, (await new WebhookDestinations(new WebhookSettings()).WhyNotAsync(url))?.Name);

    [Fact]
    public async Task An_installation_can_allow_more()
    {
        var inside = new WebhookDestinations(new WebhookSettings { AllowPrivateNetworks = true });
        Assert.Null(await inside.WhyNotAsync("https://10.0.0.1/"));
        Assert.NotNull(await inside.WhyNotAsync("https://127.0.0.1/"));
        Assert.NotNull(await inside.WhyNotAsync("https://169.254.169.254/"));

        var named = new WebhookDestinations(new WebhookSettings { AllowedHosts = ["localhost", "::1"] });
        Assert.Null(await named.WhyNotAsync("https://LOCALHOST/"));
        Assert.Null(await named.WhyNotAsync("https://[::1]/"));
        Assert.NotNull(await named.WhyNotAsync("https://127.0.0.1/"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_no_address() =>
        Assert.Equal("UrlInvalid", (await new WebhookDestinations(new WebhookSettings()).WhyNotAsync($"https://93.184.215.14/{new string('x', WebhookSettings.MaxUrl)}"))?.Name);
}
