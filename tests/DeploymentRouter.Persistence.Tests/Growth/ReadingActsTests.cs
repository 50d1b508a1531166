using DeploymentRouter.Core.Growth;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Growth;

public sealed class ReadingActsTests
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    [Fact]
    public void Readings_are_kept_with_their_reader_and_survive_being_written_down()
    {
        var account = Account.Watched().Reads(8_000).Reads(8_500, source: "Admin page");
        var reading = account.ReadBack().Readings[0];
        Assert.Equal((8_000, 30_000, "Licence report", "Hazel"), (reading.Users, reading.Repositories, reading.Source, reading.By.Name));
        Assert.Equal(account.Request.Growth, account.ReadBack().Growth);
    }

    [Fact]
    public void A_live_One_Click_account_is_read_too() =>
        Assert.Equal(RequestState.Delivered, Account.Live().Reads(8_000).Request.State);

    [Fact]
    public void The_administrator_may_record_and_nobody_else_may()
    {
        var account = Account.Watched();
        account.Does((r, now) => r.RecordReading(Day, 1, 1, "Licence report", Account.Admin, now));
        Assert.Equal("NotYourStage", account.Tries((r, now) => r.RecordReading(Day, 1, 1, "x", Office.Ce, now))?.Name);
        Assert.Equal("NotYourStage", account.Tries((r, now) => r.WithdrawReading(r.Readings[0].Entry, "x", Office.Ie, now))?.Name);
    }

    [Fact]
    public void The_same_day_and_source_are_recorded_once()
    {
        var refusal = Account.Watched().Reads(8_000).Tries((r, now) => r.RecordReading(Day, 8_000, 30_000, " licence report ", Office.Tam, now));
        Assert.Equal("SameReading", refusal?.Name);
        Assert.Contains("8,000 users, 30,000 repositories", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 0, 0, "x", "Users: write a whole number from 0 to 1,000,000.")]
    [InlineData(1_000_001, 0, 0, "x", "Users: write a whole number from 0 to 1,000,000.")]
    [InlineData(0, 5_000_001, 0, "x", "Repositories: write a whole number from 0 to 5,000,000.")]
    [InlineData(0, 0, 1, "x", "Read on: 4 Nov 2026 has not come yet. A reading is of today or of a day before.")]
    [InlineData(0, 0, -20_000, "x", "Read on: choose a date from 2000 on.")]
    [InlineData(0, 0, 0, "  ", "Source: write where the figures come from, for example the licence report.")]
    [InlineData(0, 0, 0, "a\nb", "Source: write it in one line.")]
    public void A_wrong_reading_is_refused_with_what_to_do(long users, long repositories, int days, string source, string sentence) =>
        Assert.Equal(sentence, Account.Watched().Tries((r, now) => r.RecordReading(Day.AddDays(days), users, repositories, source, Office.Tam, now))?.Sentence);

    [Fact]
    public void A_withdrawn_reading_stays_in_the_list_and_counts_for_nothing()
    {
        var account = Account.Watched().Reads(205_000 / 10).Does((r, now) => r.WithdrawReading(r.Readings[0].Entry, "A digit too many.", Office.Tam, now));
        var request = account.ReadBack();
        Assert.Equal("A digit too many.", Assert.Single(request.Readings).Withdrawal?.Reason);
        Assert.Null(request.Growth);
        Assert.Equal("AlreadyWithdrawnReading", account.Tries((r, now) => r.WithdrawReading(r.Readings[0].Entry, "x", Office.Tam, now))?.Name);
        account.Reads(20_500);
        Assert.Equal(2, account.Request.Readings.Count);
    }

    [Fact]
    public void Growth_watch_is_not_left_without_a_reading()
    {
        var account = Account.Watched().Does((r, now) => r.SaveForm(new Dictionary<string, string>(StringComparer.Ordinal) { ["trigger"] = "users" }, Office.Tam, now));
        Assert.Equal("ReadingNeeded", account.Tries((r, now) => r.Complete(Office.Tam, now))?.Name);
        Assert.Equal("ReadingNeeded", account.Request.WhyNot(RequestAct.Engage, Office.Tam)?.Name);
    }

    [Fact]
    public void Over_is_cleared_by_hand_with_a_reason_and_only_when_the_latest_reading_is_within()
    {
        var account = Account.Watched();
        Assert.Equal("NotOver", account.Reads(8_000, daysAgo: 40).Tries((r, now) => r.ClearOver("x", Office.Tam, now))?.Name);
        Assert.Equal("StillOver", account.Reads(20_001, daysAgo: 10).Tries((r, now) => r.ClearOver("x", Office.Tam, now))?.Name);
        account.Reads(9_000);
        Assert.Equal("TextNeeded", account.Tries((r, now) => r.ClearOver(" ", Office.Tam, now))?.Name);
        account.Does((r, now) => r.ClearOver("A test tenant was removed for good.", Office.Tam, now));
        Assert.NotEqual(GrowthState.Over, account.ReadBack().OutlookOn(account.Now).State);
        Assert.Equal(GrowthState.Over, account.Later(1).Reads(20_001).Request.OutlookOn(account.Now).State);
    }

    [Fact]
    public void A_reading_above_the_limit_after_the_clear_makes_it_over_again_even_of_the_same_day()
    {
        var account = Cleared().Reads(20_001, source: "Admin page");
        Assert.Equal(GrowthState.Over, account.ReadBack().OutlookOn(account.Now).State);
        Assert.Equal(GrowthState.Over, Cleared().Reads(20_001, daysAgo: 5).Request.OutlookOn(account.Now).State);
    }

    [Fact]
    public void A_latest_reading_above_the_limit_is_over_whatever_was_cleared()
    {
        var account = Cleared();
        account.Does((r, now) => r.WithdrawReading(r.Readings[1].Entry, "Of another customer.", Office.Tam, now));
        Assert.Equal(GrowthState.Over, account.ReadBack().OutlookOn(account.Now).State);
    }

    [Fact]
    public void A_clear_whose_reading_is_withdrawn_does_not_stand()
    {
        var account = Account.Watched().Reads(20_001, daysAgo: 10).Reads(9_500, daysAgo: 5).Reads(9_000)
            .Does((r, now) => r.ClearOver("A test tenant was removed for good.", Office.Tam, now));
        Assert.NotEqual(GrowthState.Over, account.Request.OutlookOn(account.Now).State);
        account.Does((r, now) => r.WithdrawReading(r.Readings[2].Entry, "Of another customer.", Office.Tam, now));
        Assert.Equal(GrowthState.Over, account.ReadBack().OutlookOn(account.Now).State);
    }

    private static Account Cleared() => Account.Watched().Reads(20_001, daysAgo: 10).Reads(9_000)
        .Does((r, now) => r.ClearOver("A test tenant was removed for good.", Office.Tam, now));
}
