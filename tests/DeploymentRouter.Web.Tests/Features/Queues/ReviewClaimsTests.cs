using DeploymentRouter.Web.Features.Queues;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static DeploymentRouter.Web.Tests.Features.Requests.RequestWalk;

namespace DeploymentRouter.Web.Tests.Features.Queues;

public sealed class ReviewClaimsTests
{
    private static readonly Guid Request = Guid.NewGuid();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 10, 38, 0, TimeSpan.Zero));
    private readonly ReviewClaims _claims;
    private readonly object _page = new();
    private readonly object _tab = new();

    public ReviewClaimsTests() => _claims = new ReviewClaims(_time, NullLogger<ReviewClaims>.Instance);

    [Fact]
    public void A_claim_is_for_the_others_and_not_for_whoever_holds_it()
    {
        _claims.Hold(Request, _page, Bram);
        Assert.Null(_claims.OfOthers(Request, Bram.Id));
        Assert.Equal((Bram.Name, _time.GetUtcNow().UtcDateTime), (_claims.OfOthers(Request, Tansy.Id)!.Name, _claims.OfOthers(Request, Tansy.Id)!.Since));
        Assert.Null(_claims.OfOthers(Guid.NewGuid(), Tansy.Id));
    }

    [Fact]
    public void It_ends_by_itself_and_is_renewed_by_doing_something()
    {
        _claims.Hold(Request, _page, Bram);
        _time.Advance(TimeSpan.FromMinutes(9));
        _claims.Hold(Request, _page, Bram);
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(TimeSpan.FromMinutes(18), _time.GetUtcNow().UtcDateTime - _claims.OfOthers(Request, Tansy.Id)!.Since);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_claims.OfOthers(Request, Tansy.Id));
    }

    [Fact]
    public void Closing_one_of_two_tabs_leaves_the_other_one_s_claim()
    {
        _claims.Hold(Request, _page, Bram);
        _claims.Hold(Request, _tab, Bram);
        _claims.Release(Request, _page);
        Assert.NotNull(_claims.OfOthers(Request, Tansy.Id));
        _claims.Release(Request, _tab);
        Assert.Null(_claims.OfOthers(Request, Tansy.Id));
        _claims.Release(Request, _tab);
    }

    [Fact]
    public void Whoever_looks_is_told_at_once()
    {
        var heard = new List<Guid>();
        _claims.Changed += heard.Add;
        _claims.Hold(Request, _page, Bram);
        _claims.Release(Request, _page);
        Assert.Equal([Request, Request], heard);
    }
}
