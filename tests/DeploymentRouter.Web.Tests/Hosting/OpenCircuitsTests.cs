using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.Tests.Hosting;

public sealed class OpenCircuitsTests
{
    private readonly OpenCircuits _open = new(new CircuitLimits(PerPerson: 2, Total: 3));

    [Fact]
    public void One_person_cannot_take_more_than_their_part_and_gets_it_back_when_a_page_closes()
    {
        Assert.True(_open.TryOpen("wren"));
        Assert.True(_open.TryOpen("wren"));
        Assert.False(_open.TryOpen("wren"));
        Assert.Equal(OpenCircuits.Room.PersonHasTooMany, _open.For("wren"));
        Assert.Equal(OpenCircuits.Room.Enough, _open.For("bram"));

        _open.Close("wren");

        Assert.True(_open.TryOpen("wren"));
    }

    [Fact]
    public void All_together_cannot_take_more_than_there_is()
    {
        Assert.All(["a", "b", "c"], person => Assert.True(_open.TryOpen(person)));
        Assert.Equal(OpenCircuits.Room.EverybodyHasTooMany, _open.For("d"));
        Assert.False(_open.TryOpen("d"));
    }

    [Fact]
    public void Many_at_the_same_moment_are_counted_one_by_one()
    {
        var open = new OpenCircuits(new CircuitLimits(PerPerson: 100, Total: 150));
        var opened = 0;
        Parallel.For(0, 1_000, i =>
        {
            if (open.TryOpen(i % 2 == 0 ? "wren" : "bram")) Interlocked.Increment(ref opened);
        });

        Assert.Equal(150, opened);
    }
}
