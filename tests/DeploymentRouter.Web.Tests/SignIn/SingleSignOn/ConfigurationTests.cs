using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Hosting;
using DeploymentRouter.Web.SignIn.SingleSignOn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

public sealed class ConfigurationTests
{
    private static readonly Playbook Playbook = PlaybookFile.LoadDefault().Playbook!;

    [Theory]
    [InlineData("Authority", null, "Authority is not set.")]
    [InlineData("Authority", "fernbrook", "Authority is 'fernbrook', which is no web address.")]
    [InlineData("Authority", "http://login.fernbrook.example", "Use https; http is for Development only.")]
    [InlineData("ClientId", null, "ClientId is not set.")]
    [InlineData("ClientSecret", null, "there is no client secret.")]
    [InlineData("Groups:implementation", "iee", "group implementation gives 'iee', which the playbook does not have. Its teams are ")]
    [InlineData("Groups:implementation", "lead:xx", "group implementation gives 'xx'")]
    [InlineData("Groups:implementation", "", "group implementation gives nothing.")]
    [InlineData("DefaultTeam", "nowhere", "DefaultTeam is 'nowhere'")]
    [InlineData("SessionHours", "0", "SessionHours is '0'.")]
    [InlineData("LocalSignIn", "no", "LocalSignIn is 'no'. It is true or false.")]
    public void What_cannot_work_is_named_at_the_start(string key, string? value, string sentence)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(key, value));

        Assert.StartsWith("DeploymentRouter does not start: SingleSignOn: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_secret_can_be_in_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from a file\n");

        Assert.Equal("from a file", Read(("ClientSecret", null), ("ClientSecretFile", file))!.ClientSecret);

        File.Delete(file);
        Assert.Contains("cannot be read", Assert.Throws<StartRefusedException>(() => Read(("ClientSecret", null), ("ClientSecretFile", file))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_secret_is_not_in_what_a_log_would_say() => Assert.DoesNotContain("hidden", Read()!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_group_may_have_colons_in_its_name() =>
        Assert.Equal(new GroupGift.Team("ie", Leads: false), Assert.Single(Read("Groups:urn:fernbrook:ie", "ie")!.Gifts["urn:fernbrook:ie"]));

    [Fact]
    public void A_kind_of_right_that_no_group_gives_is_left_to_administrators()
    {
        var standing = Standings.Of(["implementation"], Read()!, Playbook);

        Assert.Equal(new Standing("ie", Leads: null, IsAdmin: null, OwnsPlaybook: null), standing);
    }

    [Fact]
    public void Group_names_are_told_apart_by_capitals() => Assert.Equal("", Standings.Of(["Implementation"], Read()!, Playbook).TeamId);

    private static SingleSignOnSettings? Read(string key, string? value) => Read((key, value));

    private static SingleSignOnSettings? Read(params (string Key, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Authority"] = "https://login.fernbrook.example",
            ["ClientId"] = "router",
            ["ClientSecret"] = "hidden",
            ["Groups:implementation"] = "ie",
        };
        foreach (var (key, value) in changes) values[key] = value;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Where(one => one.Value is not null).Select(one => KeyValuePair.Create("SingleSignOn:" + one.Key, one.Value))).Build();
        var settings = SingleSignOnConfiguration.Read(configuration, new Production());
        _ = SingleSignOnConfiguration.HasLocalSignIn(configuration);
        if (SingleSignOnConfiguration.WhyNot(settings!, Playbook) is { } problem) throw SingleSignOnConfiguration.Refused(problem);
        return settings;
    }

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "tests";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
