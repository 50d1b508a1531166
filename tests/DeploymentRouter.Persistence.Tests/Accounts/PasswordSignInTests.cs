using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Accounts;

public sealed class PasswordSignInTests : IAsyncLifetime
{
    private const string Email = "marlow@pebbleworks.example";
    private const string Password = "violet teapot on a glacier";
    private const string Other = "seven quiet clarinets at dusk";

    private readonly Office _office = new();
    private Person _admin = null!;

    private PasswordSignIn Door => _office.Get<PasswordSignIn>();

    private SecondFactor Second => _office.Get<SecondFactor>();

    private OwnAccount Own => _office.Get<OwnAccount>();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        (var admin, _) = await _office.Get<FirstAdministrator>().CreateFirstAsync("Marlow Tidewater", Email, Password);
        _admin = admin!;
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData(Email, Password, true)]
    [InlineData(" Marlow@PebbleWorks.example ", Password, true)]
    [InlineData(Email, "violet teapot on a glacie", false)]
    [InlineData(Email, "", false)]
    [InlineData(Email, null, false)]
    [InlineData("nobody@pebbleworks.example", Password, false)]
    [InlineData("' OR 1=1 --", Password, false)]
    [InlineData(null, null, false)]
    public async Task Only_address_and_password_together_open(string? email, string? password, bool opens) =>
        Assert.Equal(opens, await Door.TryAsync(email, password) is not null);

    [Fact]
    public async Task After_five_wrong_ones_the_right_one_opens_nothing_for_15_minutes()
    {
        for (var i = 0; i < Attempts.Most; i++) Assert.Null(await Door.TryAsync(Email, "wrong"));
        Assert.Null(await Door.TryAsync(Email, Password));

        _office.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Null(await Door.TryAsync(Email, Password));
        _office.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(await Door.TryAsync(Email, Password));
    }

    [Fact]
    public async Task A_right_one_forgets_the_wrong_ones_before()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < Attempts.Most - 1; i++) Assert.Null(await Door.TryAsync(Email, "wrong"));
            Assert.NotNull(await Door.TryAsync(Email, Password));
        }
    }

    [Fact]
    public async Task Many_tries_at_one_moment_are_no_more_than_five()
    {
        var attempts = _office.Get<Attempts>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => attempts.TakeAsync(_admin.Id))));

        Assert.Equal(Attempts.Most, taken.Count(one => one));
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_each_code_opens_once()
    {
        var key = Base32.ToBytes((await Second.ProposeAsync(_admin.Id))!);
        Assert.Equal("CodeWrong", (await Second.EnableAsync(_admin, "000000")).Refusal?.Name);
        var (codes, refusal) = await Second.EnableAsync(_admin, Now(key));
        Assert.Null(refusal);
        Assert.Equal(SecondFactor.RecoveryCodeCount, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Null(await Second.ProposeAsync(_admin.Id));

        var first = await Door.TryAsync(Email, Password);
        Assert.True(first!.NeedsSecondStep);
        Assert.Null(await Door.TrySecondAsync(_admin.Id, first.Stamp, Now(key)));
        _office.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.NotNull(await Door.TrySecondAsync(_admin.Id, first.Stamp, Now(key)));
        Assert.Null(await Door.TrySecondAsync(_admin.Id, first.Stamp, Now(key)));
        Assert.NotNull(await Door.TrySecondAsync(_admin.Id, first.Stamp, codes[3].ToUpperInvariant()));
        Assert.Null(await Door.TrySecondAsync(_admin.Id, first.Stamp, codes[3]));
        Assert.Equal(SecondFactor.RecoveryCodeCount - 1, await Second.RecoveryCodesLeftAsync(_admin.Id));
    }

    [Fact]
    public async Task Beginning_anew_with_the_right_password_gives_no_more_tries_of_codes()
    {
        var key = Base32.ToBytes((await Second.ProposeAsync(_admin.Id))!);
        await Second.EnableAsync(_admin, Now(key));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < Attempts.Most; i++)
        {
            var first = await Door.TryAsync(Email, Password);
            Assert.Null(await Door.TrySecondAsync(_admin.Id, first!.Stamp, "123456"));
        }

        Assert.Null(await Door.TryAsync(Email, Password));
    }

    [Fact]
    public async Task The_audit_says_how_somebody_was_refused_and_from_where()
    {
        var key = Base32.ToBytes((await Second.ProposeAsync(_admin.Id))!);
        await Second.EnableAsync(_admin, Now(key));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        var first = await Door.TryAsync(Email, Password);
        await Door.TryAsync("nobody@pebbleworks.example", Password, "192.0.2.8");
        for (var i = 0; i <= Attempts.Most; i++) await Door.TrySecondAsync(_admin.Id, first!.Stamp, "123456", "192.0.2.9");
        await Door.TryAsync(Email, "wrong", "192.0.2.10");

        var lines = (await _office.Get<AuditTrail>().PageAsync(new AuditFilter("session"))).Lines.Reverse().Select(line => $"{line.Address}: {line.Text}");
        Assert.Equal(
            [
                "192.0.2.8: was refused: there is no such account",
                .. Enumerable.Repeat("192.0.2.9: was refused as Marlow Tidewater: second step", Attempts.Most),
                "192.0.2.9: was refused as Marlow Tidewater: too many tries",
                "192.0.2.10: was refused as Marlow Tidewater: too many tries",
            ],
            lines);
    }

    [Fact]
    public async Task A_second_step_that_was_begun_ends_with_another_password()
    {
        var key = Base32.ToBytes((await Second.ProposeAsync(_admin.Id))!);
        await Second.EnableAsync(_admin, Now(key));
        var first = await Door.TryAsync(Email, Password);
        Assert.True((await Own.ChangePasswordAsync(_admin, null, Password, Other)).Succeeded);
        _office.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await Door.TrySecondAsync(_admin.Id, first!.Stamp, Now(key)));
    }

    [Fact]
    public async Task Changing_the_password_needs_the_old_one_and_ends_the_other_sessions()
    {
        var sessions = _office.Get<Sessions>();
        var (mine, other) = (await sessions.StartAsync(_admin.Id, "password", null, null), await sessions.StartAsync(_admin.Id, "password", null, null));

        Assert.Equal("PasswordWrong", (await Own.ChangePasswordAsync(_admin, mine, "wrong", Other)).Refusal?.Name);
        Assert.Equal("PasswordSame", (await Own.ChangePasswordAsync(_admin, mine, Password, Password)).Refusal?.Name);
        Assert.Equal("PasswordGuessable", (await Own.ChangePasswordAsync(_admin, mine, Password, "marlow-tidewater-1")).Refusal?.Name);
        Assert.NotNull(await sessions.PersonAsync(other));
        Assert.True((await Own.ChangePasswordAsync(_admin, mine, Password, Other)).Succeeded);

        Assert.NotNull(await sessions.PersonAsync(mine));
        Assert.Null(await sessions.PersonAsync(other));
        Assert.Null(await Door.TryAsync(Email, Password));
        Assert.NotNull(await Door.TryAsync(Email, Other));
    }

    private string Now(byte[] key) => Totp.At(key, _office.Time.GetUtcNow());
}
