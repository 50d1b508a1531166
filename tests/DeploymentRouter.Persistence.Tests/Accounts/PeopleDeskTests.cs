using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Tests.Queues;
using static DeploymentRouter.Persistence.Tests.Queues.Office;

namespace DeploymentRouter.Persistence.Tests.Accounts;

public sealed class PeopleDeskTests : IAsyncLifetime
{
    private const string Password = "violet teapot on a glacier";
    private static readonly Newcomer Isolde = new("Isolde Marsh", "isolde@pebbleworks.example", "ie");

    private readonly Office _office = new();
    private Person _admin = null!;

    private PeopleDesk Desk => _office.Get<PeopleDesk>();

    private Links Links => _office.Get<Links>();

    private Sessions Sessions => _office.Get<Sessions>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        (var admin, _) = await _office.Get<FirstAdministrator>().CreateFirstAsync("Marlow Tidewater", "marlow@pebbleworks.example", Password);
        _admin = admin!;
        await _office.Get<PeopleDirectory>().RememberAsync([Ce]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Of_two_first_administrators_at_one_moment_one_wins()
    {
        var empty = new Office();
        await empty.InitializeAsync();
        var first = empty.Get<FirstAdministrator>();
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => first.CreateFirstAsync("Somebody", $"somebody{i}@pebbleworks.example", Password))));

        Assert.Single(made, one => one.Person is not null);
        Assert.All(made.Where(one => one.Person is null), one => Assert.Equal("AdministratorThere", one.Refusal?.Name));
        await empty.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_no_administrator_can_do_nothing_here()
    {
        var refused = new[]
        {
            (await Desk.InviteAsync(Isolde, Ce)).Refusal,
            (await Desk.MakeLinkAsync(_admin.Id, Ce)).Refusal,
            (await Desk.ChangeAsync(Ce.Id, "ce", true, true, Ce)).Refusal,
            (await Desk.DisableAsync(_admin.Id, Ce)).Refusal,
            (await Desk.EnableAsync(_admin.Id, Ce)).Refusal,
            (await Desk.EndSessionsAsync(_admin.Id, Ce)).Refusal,
            (await Desk.ForgetDevicesAsync(_admin.Id, Ce)).Refusal,
            (await Desk.RevokeTokensAsync(_admin.Id, Ce)).Refusal,
            (await _office.Get<PeopleList>().ReadAsync(Ce)).Refusal,
        };

        Assert.All(refused, one => Assert.Equal("NotAnAdministrator", one?.Name));
        Assert.Equal(2, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task An_invitation_opens_once_and_lets_its_person_in()
    {
        var code = await InviteAsync();
        Assert.Equal(("Isolde Marsh", true), ((await Links.FindAsync(code))!.Person.Name, (await Links.FindAsync(code))!.IsNew));
        Assert.True((await LineAsync("Isolde Marsh")).IsInvited);

        Assert.Equal("PasswordTooShort", (await Links.UseAsync(code, "short")).Refusal?.Name);
        var (person, _) = await Links.UseAsync(code, Password);

        Assert.Equal(("Isolde Marsh", "ie", false), (person!.Person.Name, person.Person.TeamId, person.Person.IsAdmin));
        Assert.NotNull(await _office.Get<PasswordSignIn>().TryAsync(Isolde.Email, Password));
        Assert.Null(await Links.FindAsync(code));
        Assert.Equal("LinkGone", (await Links.UseAsync(code, "another teapot on a glacier")).Refusal?.Name);
        Assert.False((await LineAsync("Isolde Marsh")).IsInvited);
    }

    [Fact]
    public async Task Used_at_one_moment_by_many_it_opens_for_one()
    {
        var code = await InviteAsync();
        var used = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Links.UseAsync(code, $"{Password} {i}"))));

        Assert.Single(used, one => one.Person is not null);
    }

    [Fact]
    public async Task A_link_that_expired_was_altered_or_replaced_opens_nothing()
    {
        var first = await InviteAsync();
        var isolde = await LineAsync("Isolde Marsh");
        var (second, _) = await Desk.MakeLinkAsync(isolde.Id, _admin);

        Assert.Null(await Links.FindAsync(first));
        Assert.Null(await Links.FindAsync(second![..^1] + (second[^1] == '0' ? '1' : '0')));
        Assert.Null(await Links.FindAsync(second.ToUpperInvariant() + " "));
        Assert.Null(await Links.FindAsync(null));
        Assert.NotNull(await Links.FindAsync(second));
        _office.Time.Advance(Links.InvitationLasts);
        Assert.Null(await Links.FindAsync(second));
        Assert.Equal("LinkGone", (await Links.UseAsync(second, Password)).Refusal?.Name);
    }

    [Fact]
    public async Task A_reset_lasts_a_day_leaves_the_password_until_it_is_used_and_then_ends_every_session()
    {
        var session = await Sessions.StartAsync(_admin.Id, "password", null, null);
        var (old, _) = await Desk.MakeLinkAsync(_admin.Id, _admin);
        _office.Time.Advance(Links.ResetLasts);
        Assert.Null(await Links.FindAsync(old));
        var (code, _) = await Desk.MakeLinkAsync(_admin.Id, _admin);
        Assert.NotNull(await _office.Get<PasswordSignIn>().TryAsync("marlow@pebbleworks.example", Password));

        await Links.UseAsync(code, "seven quiet clarinets at dusk");

        Assert.Null(await Sessions.PersonAsync(session));
        Assert.Null(await _office.Get<PasswordSignIn>().TryAsync("marlow@pebbleworks.example", Password));
    }

    [Fact]
    public async Task A_disabled_person_is_out_by_every_door_and_keeps_their_name()
    {
        var code = await InviteAsync();
        var (isolde, _) = await Links.UseAsync(code, Password);
        var (id, person) = (isolde!.Person.Id, isolde.Person);
        var session = await Sessions.StartAsync(id, "password", null, null);
        var (token, _) = await _office.Get<AccessTokens>().CreateAsync("test", [TokenScope.Read], 1, person);
        var (link, _) = await Desk.MakeLinkAsync(id, _admin);

        Assert.True((await Desk.DisableAsync(id, _admin)).Succeeded);

        Assert.Null(await Sessions.PersonAsync(session));
        Assert.Null(await _office.Get<AccessTokens>().BearerAsync(token!.Key));
        Assert.Null(await Links.FindAsync(link));
        Assert.Null(await _office.Get<PasswordSignIn>().TryAsync(Isolde.Email, Password));
        Assert.Equal("PersonDisabled", (await Desk.MakeLinkAsync(id, _admin)).Refusal?.Name);
        Assert.True((await LineAsync("Isolde Marsh")).IsDisabled);

        Assert.True((await Desk.EnableAsync(id, _admin)).Succeeded);
        Assert.Null(await Sessions.PersonAsync(session));
        Assert.Null(await _office.Get<AccessTokens>().BearerAsync(token.Key));
        Assert.NotNull(await _office.Get<PasswordSignIn>().TryAsync(Isolde.Email, Password));
    }

    [Fact]
    public async Task An_administrator_revokes_what_acts_as_somebody_and_reads_which_keys_of_teams_they_have_seen()
    {
        await _office.Get<PeopleDirectory>().RememberAsync([Ie]);
        var tokens = _office.Get<AccessTokens>();
        var (own, _) = await tokens.CreateAsync("script", [TokenScope.Act], 10, Ie);
        var (team, _) = await tokens.CreateAsync("Nightly figures", [TokenScope.Import], 10, Ie, "ie");

        Assert.True((await Desk.RevokeTokensAsync(Ie.Id, _admin)).Succeeded);
        Assert.Null(await tokens.BearerAsync(own!.Key));
        Assert.Equal(0, (await LineAsync(Ie.Name)).Tokens);
        Assert.True((await Desk.DisableAsync(Ie.Id, _admin)).Succeeded);

        Assert.NotNull(await tokens.BearerAsync(team!.Key));
        var lines = (await _office.Get<AuditTrail>().PageAsync(new AuditFilter("person"))).Lines;
        Assert.Contains(lines, line => line.Text.EndsWith("who has seen the keys of the teams’ tokens “Nightly figures”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_administrator_stays_and_nobody_shuts_themselves_out()
    {
        Assert.Equal("LastAdministrator", (await Desk.ChangeAsync(_admin.Id, "ie", false, false, _admin)).Refusal?.Name);
        Assert.Equal("Yourself", (await Desk.DisableAsync(_admin.Id, _admin)).Refusal?.Name);
        var (code, _) = await Desk.InviteAsync(Isolde with { IsAdmin = true }, _admin);
        // Who was invited and never came cannot look after anything.
        Assert.Equal("LastAdministrator", (await Desk.ChangeAsync(_admin.Id, "ie", false, false, _admin)).Refusal?.Name);
        var (isolde, _) = await Links.UseAsync(code, Password);

        var outcomes = await Task.WhenAll(
            Task.Run(() => Desk.DisableAsync(_admin.Id, isolde!.Person)), Task.Run(() => Desk.DisableAsync(isolde!.Person.Id, _admin)));

        Assert.Single(outcomes, one => one.Succeeded);
    }

    [Theory]
    [InlineData("", "a@b.example", "ie", "NameInvalid")]
    [InlineData("Marlow \u202Eedit", "a@b.example", "ie", "NameInvalid")]
    [InlineData("Isolde", "no address", "ie", "EmailInvalid")]
    [InlineData("Isolde", "a@b@c", "ie", "EmailInvalid")]
    [InlineData("Isolde", "Marlow@Pebbleworks.example", "ie", "EmailTaken")]
    [InlineData("Isolde", "a@b.example", "", "TeamMissing")]
    [InlineData("Isolde", "a@b.example", "nobody", "TeamUnknown")]
    public async Task What_is_wrong_with_an_invitation_is_named(string name, string email, string team, string refusal) =>
        Assert.Equal(refusal, (await Desk.InviteAsync(new Newcomer(name, email, team), _admin)).Refusal?.Name);

    [Fact]
    public async Task A_change_counts_at_once_and_is_in_the_audit()
    {
        var session = await Sessions.StartAsync(Ce.Id, "demo", null, null);
        Assert.True((await Desk.ChangeAsync(Ce.Id, "tam", false, true, _admin)).Succeeded);

        var now = await Sessions.PersonAsync(session);
        Assert.Equal(("tam", true), (now!.TeamId, now.OwnsPlaybook));
        var entry = Assert.Single(await _office.Get<AuditLog>().OfAsync(AuditLog.OfPerson(Ce.Id)), entry => entry.Kind is "person-rights");
        Assert.Equal(("Marlow Tidewater", "made Wren of TAM, playbook owner (before: of CE)"), (entry.ByName, entry.Text));
    }

    [Fact]
    public async Task Whoever_leads_a_team_does_not_lead_another_by_moving_there()
    {
        var teams = _office.Get<TeamDesk>();
        await teams.SetLeadAsync(_office.Get<PlaybookInForce>().Current.Team("ce"), Ce.Id, true, _admin);

        await Desk.ChangeAsync(Ce.Id, "tam", false, false, _admin);

        Assert.False((await _office.Get<TeamRoster>().OfAsync("tam")).Members.Single(member => member.PersonId == Ce.Id).IsLead);
    }

    [Fact]
    public async Task Whoever_lost_the_device_comes_in_with_the_password_alone()
    {
        var second = _office.Get<SecondFactor>();
        var key = Base32.ToBytes((await second.ProposeAsync(_admin.Id))!);
        await second.EnableAsync(_admin, Totp.At(key, _office.Time.GetUtcNow()));

        Assert.True((await Desk.ForgetDevicesAsync(_admin.Id, _admin)).Succeeded);

        Assert.False((await _office.Get<PasswordSignIn>().TryAsync("marlow@pebbleworks.example", Password))!.NeedsSecondStep);
        Assert.Equal(0, await second.RecoveryCodesLeftAsync(_admin.Id));
    }

    private async Task<string> InviteAsync() => (await Desk.InviteAsync(Isolde, _admin)).Code!;

    private async Task<IReadOnlyList<PersonLine>> ReadAsync() => (await _office.Get<PeopleList>().ReadAsync(_admin)).Lines;

    private async Task<PersonLine> LineAsync(string name) => (await ReadAsync()).Single(line => line.Name == name);
}
