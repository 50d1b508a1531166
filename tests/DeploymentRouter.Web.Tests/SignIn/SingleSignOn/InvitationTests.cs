using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Features.People;
using DeploymentRouter.Web.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.SignIn.SingleSignOn;

[Collection(ProviderAppTests.Name)]
public sealed class InvitationTests(ProviderApp router)
{
    [Fact]
    public async Task An_invitation_is_taken_up_by_whom_the_provider_vouches_for_with_its_address()
    {
        var (code, id) = await InviteAsync("rowan@fernbrook.example");

        await router.Visitor(Rowan("rowan@fernbrook.example", isVerified: true)).SignInAsync();

        Assert.Equal(id, (await router.PersonAsync("rowan@fernbrook.example"))!.Id);
        Assert.Null(await router.App.Services.GetRequiredService<Links>().FindAsync(code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task An_address_that_the_provider_does_not_vouch_for_opens_nobody_elses_account(bool? isVerified)
    {
        var email = $"sorrel-{isVerified}@fernbrook.example";
        var (code, id) = await InviteAsync(email);

        await router.Visitor(Rowan(email, isVerified)).SignInAsync();

        Assert.NotEqual(id, (await router.PersonAsync(email))!.Id);
        Assert.NotNull(await router.App.Services.GetRequiredService<Links>().FindAsync(code));
    }

    [Fact]
    public async Task An_account_that_was_used_is_never_taken_over_by_its_address()
    {
        var (code, id) = await InviteAsync("tarn@fernbrook.example");
        await router.App.Services.GetRequiredService<Links>().UseAsync(code, "velvet orchard kettle");

        await router.Visitor(Rowan("tarn@fernbrook.example", isVerified: true)).SignInAsync();

        Assert.NotEqual(id, (await router.PersonAsync("tarn@fernbrook.example"))!.Id);
    }

    [Fact]
    public async Task Somebody_made_by_the_provider_has_no_password_to_guess_and_takes_no_address_from_others()
    {
        await router.Visitor(Rowan("brook@fernbrook.example", isVerified: true)).SignInAsync();

        var (_, id) = await InviteAsync("brook@fernbrook.example");

        Assert.NotEqual(id, (await router.PersonAsync("brook@fernbrook.example"))!.Id);
    }

    [Fact]
    public async Task Who_comes_by_the_provider_gets_no_second_way_in_here()
    {
        var visitor = router.Visitor(Rowan("moss@fernbrook.example", isVerified: true));
        await visitor.SignInAsync();
        var person = (await router.PersonAsync("moss@fernbrook.example"))!;
        var (desk, own) = (router.App.Services.GetRequiredService<PeopleDesk>(), router.App.Services.GetRequiredService<OwnAccount>());

        Assert.Equal("NoAccount", (await desk.MakeLinkAsync(person.Id, Admin)).Refusal?.Name);
        Assert.Null(await own.ReadAsync(person));
        Assert.Equal("AnotherDoor", (await own.AddPasskeyAsync(person, Passkey(), "key")).Refusal?.Name);
        Assert.Contains("You have no password here", await visitor.Here.GetStringAsync("/account"), StringComparison.Ordinal);
        var line = (await router.App.Services.GetRequiredService<PeopleList>().ReadAsync(Admin)).Lines.Single(line => line.Id == person.Id);
        Assert.Equal(("moss@fernbrook.example", "single sign-on", "Active"), (line.Email, PersonWords.Keys(line), PersonWords.State(line).Text));
    }

    private static Core.People.Person Admin => DemoPeople.All.Single(demo => demo.Person.IsAdmin).Person;

    private static UserPasskeyInfo Passkey() => new([1], [2], DateTimeOffset.UtcNow, 0, [], true, false, false, [3], [4]);

    private static Someone Rowan(string email, bool? isVerified) => new(email, "customer-engineers") { Email = email, IsEmailVerified = isVerified };

    private async Task<(string Code, string PersonId)> InviteAsync(string email)
    {
        var (code, refusal) = await router.App.Services.GetRequiredService<PeopleDesk>().InviteAsync(new Newcomer("Rowan Thistle", email, "ie"), Admin);
        Assert.Null(refusal);
        await using var db = await router.DbAsync();
        return (code!, (await db.Accounts.SingleAsync(account => account.UserName == email)).Id);
    }
}
