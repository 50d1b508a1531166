using System.Text.Json.Nodes;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

[Collection(ProviderAppTests.Name)]
public sealed class ForgeryTests(ProviderApp router)
{
    private static readonly Dictionary<string, Action<JsonObject>> Lies = new(StringComparer.Ordinal)
    {
        ["for another application"] = token => token["aud"] = "another-application",
        ["of another provider"] = token => token["iss"] = "https://elsewhere.example/",
        ["expired"] = token => token["exp"] = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds(),
        ["without the nonce"] = token => token.Remove("nonce"),
        ["with another nonce"] = token => token["nonce"] = "638000000000000000.c29tZWJvZHkgZWxzZQ",
        ["about nobody"] = token => token.Remove("sub"),
    };

    public static TheoryData<string> Kinds => [.. Lies.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_that_is_not_right_lets_nobody_in(string kind)
    {
        var visitor = router.Visitor(new Someone("forged", "keepers"));
        router.Provider.Twist = Lies[kind];

        var address = await visitor.SignInAsync("/requests?q=moss");

        await AssertOutAsync(visitor, address, "forged", "why=SignInFailed&returnUrl=%2Frequests%3Fq%3Dmoss");
    }

    [Fact]
    public async Task A_token_that_somebody_else_has_signed_lets_nobody_in()
    {
        var visitor = router.Visitor(new Someone("signed-by-another", "keepers"));
        router.Provider.SignsWithAnotherKey = true;

        await AssertOutAsync(visitor, await visitor.SignInAsync(), "signed-by-another", "why=SignInFailed");
    }

    [Fact]
    public async Task The_same_twist_with_nothing_twisted_lets_in()
    {
        var visitor = router.Visitor(new Someone("honest", "keepers"));
        router.Provider.Twist = _ => { };

        await visitor.SignInAsync();

        Assert.True(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task An_answer_works_once()
    {
        var visitor = router.Visitor(new Someone("replayed", "keepers"));
        var back = await ProviderVisitor.AskAsync(await visitor.BeginAsync());
        await visitor.ReturnAsync(back);

        Assert.Contains("why=SignInLost", await visitor.ReturnAsync(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_works_only_in_the_browser_that_asked()
    {
        var back = await ProviderVisitor.AskAsync(await router.Visitor(new Someone("victim", "keepers")).BeginAsync());
        var thief = new ProviderVisitor(router.App);
        await thief.BeginAsync();

        await AssertOutAsync(thief, await thief.ReturnAsync(back), "victim", "why=SignInLost");
    }

    [Fact]
    public async Task A_code_of_somebody_elses_answer_opens_nothing_in_an_answer_of_ones_own()
    {
        var victim = router.Visitor(new Someone("robbed", "keepers"));
        var stolen = Query(await ProviderVisitor.AskAsync(await victim.BeginAsync()));
        var thief = new ProviderVisitor(router.App);
        var own = await ProviderVisitor.AskAsync(await thief.BeginAsync());

        var address = await thief.ReturnAsync(new Uri(own.OriginalString.Replace(Query(own)["code"]!, stolen["code"]!, StringComparison.Ordinal)));

        await AssertOutAsync(thief, address, "robbed", "why=SignInFailed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc&state=abc")]
    [InlineData("?state=%00%ff")]
    [InlineData("?error=server_error&error_description=%3Cscript%3E")]
    public async Task An_answer_to_no_question_ends_on_a_page_with_a_way_on(string query)
    {
        var visitor = router.Visitor(someone: null);

        var page = await visitor.Here.GetStringAsync(await visitor.ReturnAsync(new Uri("/sign-in/sso/callback" + query, UriKind.Relative)));

        Assert.Contains("You are not signed in", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in/sso\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_there_comes_back_to_a_page_that_knows_where_they_wanted_to_go()
    {
        var visitor = router.Visitor(someone: null);

        var page = await visitor.Here.GetStringAsync(await visitor.SignInAsync("/queues/ie"));

        Assert.Contains("The sign-in was stopped there", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in/sso?returnUrl=%2Fqueues%2Fie\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/queues/ie?sort=due", "/queues/ie?sort=due")]
    [InlineData("https://evil.example/", "/my-work")]
    [InlineData("//evil.example/", "/my-work")]
    public async Task The_page_that_was_asked_for_opens_and_none_of_another_site(string returnUrl, string opens) =>
        Assert.Equal(opens, await router.Visitor(new Someone("traveller", "customer-engineers")).SignInAsync(returnUrl));

    private async Task AssertOutAsync(ProviderVisitor visitor, string address, string subject, string why)
    {
        Assert.Contains(why, address, StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());
        Assert.Null(await router.PersonAsync(subject));
    }

    private static System.Collections.Specialized.NameValueCollection Query(Uri address) => System.Web.HttpUtility.ParseQueryString(address.Query);
}
