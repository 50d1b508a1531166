using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.SignIn;

namespace DeploymentRouter.Web.Tests.Features.Requests;

/// <summary>A request of the default playbook in a test, with a clock that moves an hour at each act.</summary>
internal sealed class RequestWalk
{
    public static readonly Playbook Playbook = PlaybookFile.LoadDefault().Require();
    public static readonly Person Wren = Demo("wren-lanternby");
    public static readonly Person Otis = Demo("otis-fernhollow");
    public static readonly Person Juniper = Demo("juniper-goldfinch");
    public static readonly Person Skye = Demo("skye-nimbus");
    public static readonly Person Bram = Demo("bram-copperkettle");
    public static readonly Person Tansy = Demo("tansy-ironbark");
    public static readonly Person Felix = Demo("felix-plumbline");
    public static readonly Person Hazel = Demo("hazel-evergreen");
    public static readonly Person Quill = Demo("quill-mossgate");

    /// <summary>Monday morning.</summary>
    public static readonly DateTime Start = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    private static readonly AsyncLocal<TimeSpan> Shift = new();

    private RequestWalk(Request request) => Request = request;

    public Request Request { get; }

    public DateTime Now { get; private set; } = Start + Shift.Value;

    public static AnswerSet CloudAnswers { get; } = AnswerSet.Empty
        .With("users_full", new NumberAnswer(300))
        .With("repos_full", new NumberAnswer(1_200))
        .With("required_certifications", new ChoicesAnswer(["soc2"]))
        .With("admin_access_ok", new YesNoAnswer(true))
        .With("audit_logging_ok", new YesNoAnswer(true))
        .With("other_cloud_blockers", new YesNoAnswer(false))
        .With("hosting_region", new ChoiceAnswer("us"))
        .With("code_host_types", new ChoicesAnswer(["github"]))
        .With("code_host_reachability", new ChoiceAnswer("public"));

    public static AnswerSet OneClickAnswers { get; } = CloudAnswers
        .With("code_host_reachability", new ChoiceAnswer("private_link"))
        .With("hosting_provider", new ChoiceAnswer("aws"))
        .With("cluster_required", new YesNoAnswer(false))
        .With("single_machine_issues", new YesNoAnswer(false))
        .With("own_base_image", new ChoiceAnswer("not_required"))
        .With("image_restrictions", new YesNoAnswer(false));

    public static AnswerSet JointAnswers { get; } = OneClickAnswers.With("cluster_required", new YesNoAnswer(true));

    /// <summary>Jointly Managed unless the Cloud team supports HIPAA.</summary>
    public static AnswerSet UndecidedAnswers { get; } = JointAnswers
        .With("code_host_reachability", new ChoiceAnswer("public"))
        .With("required_certifications", new ChoicesAnswer(["hipaa"]))
        .With("customer_waits_for_cloud", new YesNoAnswer(false));

    public static RequestWalk Filed(AnswerSet answers, Person? by = null)
    {
        var facts = new CustomerFacts("Pinwheel Aerospace", "https://crm.example/opportunities/OPP-7", Engagement.NewProduction, 120_000, 900_000, null, null, "");
        var (request, refusal) = Request.Open(Guid.NewGuid(), Playbook, facts, answers, new Dictionary<string, string>(StringComparer.Ordinal), by ?? Wren, Start + Shift.Value);
        Assert.Null(refusal?.Sentence);
        request!.Number = 1027;
        return new RequestWalk(request);
    }

    /// <summary>A Jointly Managed request on Azure, because Cloud will not build what it requires.</summary>
    public static RequestWalk RefusedByCloud() =>
        Filed(UndecidedAnswers.With("hosting_provider", new ChoiceAnswer("azure")).With("customer_waits_for_cloud", null)).Does((r, now) => r.ChangeAnswers(
            new Dictionary<string, Answer?>(StringComparer.Ordinal) { ["cloud_team_verdict"] = new ChoiceAnswer("will_not_build") },
            new Dictionary<string, string>(StringComparer.Ordinal),
            Skye,
            now));

    /// <summary>A Jointly Managed request that waits for IE's qualification.</summary>
    public static RequestWalk InQualification() => Filed(JointAnswers).FillsForm(Wren).Does((r, now) => r.Complete(Wren, now));

    public static RequestWalk Declined() => InQualification().Does((r, now) => r.Decline(Playbook.DeclineReasons[0].Id, "Too small.", Bram, now));

    /// <summary>A Jointly Managed request whose plan was handed to TPM, who has not accepted.</summary>
    public static RequestWalk HandedToTpm() => InQualification()
        .Does((r, now) => r.Complete(Bram, now)).Ticks(Bram).Does((r, now) => r.Complete(Bram, now));

    /// <summary>A One-Click request in its hand-over stage, ready to be offered.</summary>
    public static RequestWalk BeforeOffer() => Filed(OneClickAnswers)
        .FillsForm(Wren).Ticks(Wren).Does((r, now) => r.Complete(Wren, now)).FillsForm(Wren);

    /// <summary>A One-Click request that is live with TAM.</summary>
    public static RequestWalk Live() => BeforeOffer().Does((r, now) => r.Offer(Wren, now)).Does((r, now) => r.Accept(Hazel, now));

    /// <summary>A Cloud trial that Cloud has provisioned and handed to the CE for set-up.</summary>
    public static RequestWalk TrialRunning(AnswerSet? answers = null) => Filed(answers ?? CloudAnswers)
        .FillsForm(Wren).Does((r, now) => r.Complete(Wren, now)).Does((r, now) => r.Complete(Skye, now))
        .FillsForm(Skye).Ticks(Skye).Does((r, now) => r.Complete(Skye, now));

    /// <summary>The same walk at other times: its last act was a moment before <paramref name="now"/>.</summary>
    public static RequestWalk EndingAt(Func<RequestWalk> walk, DateTime now)
    {
        Shift.Value = now - walk().Now;
        try
        {
            return walk();
        }
        finally
        {
            Shift.Value = default;
        }
    }

    public RequestWalk Does(Func<Request, DateTime, Outcome> act)
    {
        Now += TimeSpan.FromHours(1);
        Assert.Null(act(Request, Now).Refusal?.Sentence);
        return this;
    }

    public RequestWalk Later(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public RequestWalk FillsForm(Person by) => Does((r, now) => r.SaveForm(
        r.Current.Stage.Fields.Where(f => f.Required).ToDictionary(f => f.Id, Sample, StringComparer.Ordinal), by, now));

    public RequestWalk Ticks(Person by)
    {
        foreach (var criterion in Request.Current.Stage.ExitCriteria)
            Does((r, now) => r.SetTick(criterion.Id, true, by, now));
        return this;
    }

    /// <summary>Something that a field takes.</summary>
    public static string Sample(FormField field) => field.Kind switch
    {
        FieldKind.Number => "3",
        FieldKind.Date => "2026-11-20",
        FieldKind.Email => "admin@pinwheel.example",
        FieldKind.Link => "https://docs.example/tdd",
        FieldKind.YesNo => "yes",
        FieldKind.Choice => field.Choices[0].Id,
        _ => "text",
    };

    private static Person Demo(string id) => DemoPeople.Find(id)!.Person;
}
