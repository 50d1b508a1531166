using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using static DeploymentRouter.Core.Tests.Requests.SmallPlaybook;

namespace DeploymentRouter.Core.Tests.Requests;

/// <summary>A request in a test, with a clock that moves an hour at each act.</summary>
internal sealed class RequestWalk
{
    private DateTime _now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    private RequestWalk(Request request) => Request = request;

    public Request Request { get; }

    public DateTime Now => _now;

    public static RequestWalk Filed(string cloudAllowed, Person? by = null)
    {
        var answers = AnswerSet.Empty.With("cloud_allowed", new ChoiceAnswer(cloudAllowed));
        var now = new DateTime(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
        var (request, refusal) = Request.Open(Guid.NewGuid(), Value, Facts, answers, new Dictionary<string, string>(), by ?? Ce, now);
        Assert.Null(refusal);
        return new RequestWalk(request!);
    }

    public static CustomerFacts Facts { get; } = new("Pinwheel Aeronautics", "https://crm.example/1", Engagement.Trial, 1, 2, null, null, "");

    /// <summary>A Joint request that waits for the IE team's review.</summary>
    public static RequestWalk InQualification()
    {
        var walk = Filed("no");
        walk.Does(r => (by, now) => r.SaveForm(new Dictionary<string, string> { ["tdd"] = "https://docs.example/tdd" }, by, now), Ce);
        walk.Does(r => r.Complete, Ce);
        return walk;
    }

    /// <summary>A Joint request whose plan was handed to the TPM and is not accepted yet.</summary>
    public static RequestWalk HandedToTpm()
    {
        var walk = InQualification();
        walk.Does(r => r.Complete, Ie);
        walk.Does(r => (by, now) => r.SetTick("met", true, by, now), Ie);
        walk.Does(r => (by, now) => r.SetTick("signed", true, by, now), Ie);
        walk.Does(r => r.Complete, Ie);
        return walk;
    }

    /// <summary>A Joint request that the TPM offered to the TAM.</summary>
    public static RequestWalk OfferedToTam()
    {
        var walk = HandedToTpm();
        walk.Does(r => r.Accept, Tpm);
        walk.Does(r => r.Complete, Tpm);
        walk.Does(r => (by, now) => r.SaveForm(new Dictionary<string, string> { ["address"] = "https://a.example" }, by, now), Tpm);
        walk.Does(r => r.Offer, Tpm);
        return walk;
    }

    public void Does(Func<Request, Func<Person, DateTime, Outcome>> act, Person by) => Assert.Null(Tries(act, by)?.Sentence);

    public RequestWalk Then(Func<Request, Func<Person, DateTime, Outcome>> act, Person by)
    {
        // Soon enough to be taken back.
        _now += TimeSpan.FromMinutes(1);
        Assert.Null(act(Request)(by, _now).Refusal?.Sentence);
        return this;
    }

    public Refusal? Tries(Func<Request, Func<Person, DateTime, Outcome>> act, Person by)
    {
        _now += TimeSpan.FromHours(1);
        return act(Request)(by, _now).Refusal;
    }

    public void Later(TimeSpan by) => _now += by;
}
