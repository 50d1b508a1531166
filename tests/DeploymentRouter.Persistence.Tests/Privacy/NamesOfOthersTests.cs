using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Auditing;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Schema;
using DeploymentRouter.Persistence.Tests.Queues;
using Microsoft.EntityFrameworkCore;

namespace DeploymentRouter.Persistence.Tests.Privacy;

/// <summary>Who is erased loses their name, and nobody else does.</summary>
public sealed class NamesOfOthersTests : IAsyncLifetime
{
    private static readonly Person May = new("may", "May", "ie", false);
    private static readonly Person LongMay = new("theresa", "Theresa May", "ie", false);
    private static readonly Person Smith = new("smith-1", "John Smith", "ie", false);
    private static readonly Person OtherSmith = new("smith-2", "John Smith", "cloud", false);
    private static readonly Person Wren = new("wren", "Wren Lanternby", "ie", false);
    private static readonly Person Admin = new("ada", "Ada", "", true);

    private readonly Office _office = new();

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        await _office.Get<PeopleDirectory>().RememberAsync([May, LongMay, Smith, OtherSmith, Wren, Admin]);
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_short_name_is_replaced_as_a_word_and_where_it_means_that_person()
    {
        await WriteAsync("person/may", "set that May may do 3 at once until 9 May, unlike Theresa May and Mayhew");
        await WriteAsync("team/ie", "wrote that requests may wait until May");
        await WriteAsync("person/theresa", "made Theresa May lead");

        await EraseAsync(May);

        Assert.Equal(
            [
                "set that Former colleague 1 may do 3 at once until 9 May, unlike Theresa May and Mayhew",
                "wrote that requests may wait until May",
                "made Theresa May lead",
            ],
            await TextsAsync());
    }

    [Fact]
    public async Task Of_two_who_are_called_the_same_the_other_keeps_the_name()
    {
        await WriteAsync("person/smith-1", "gave John Smith 3 at once");
        await WriteAsync("person/smith-2", "gave John Smith 4 at once");
        await WriteAsync("team/ie", "asked John Smith");

        await EraseAsync(Smith);

        Assert.Equal(["gave Former colleague 1 3 at once", "gave John Smith 4 at once", "asked John Smith"], await TextsAsync());
    }

    [Fact]
    public async Task A_name_that_nobody_else_has_is_replaced_wherever_it_stands()
    {
        await WriteAsync("team/ie", "asked Wren Lanternby, not Wren Lanternbyson");
        await EraseAsync(Wren);
        Assert.Equal(["asked Former colleague 1, not Wren Lanternbyson"], await TextsAsync());
    }

    [Fact]
    public async Task What_others_did_to_a_person_is_in_their_export()
    {
        await WriteAsync("person/wren", "gave Wren Lanternby 3 at once");
        await WriteAsync("person/may", "gave May 3 at once");
        var (export, _) = await _office.Get<PersonExport>().OfAsync(Wren.Id, Admin);
        Assert.Equal("gave Wren Lanternby 3 at once", Assert.Single(export!["audit"]!.AsArray())!["text"]!.GetValue<string>());
    }

    private Task WriteAsync(string subject, string text) => _office.Get<AuditLog>().WriteAsync("person-rights", subject, Admin, text);

    private async Task EraseAsync(Person who)
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        await db.People.Where(person => person.Id == who.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true));
        Assert.Null((await _office.Get<PersonErasure>().EraseAsync(who.Id, Admin)).Refusal);
    }

    private async Task<List<string>> TextsAsync()
    {
        await using var db = await _office.Get<IDbContextFactory<RouterDb>>().CreateDbContextAsync();
        return await db.Audit.Where(line => line.Kind == "person-rights").OrderBy(line => line.Id).Select(line => line.Text).ToListAsync();
    }
}
