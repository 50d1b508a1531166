using System.Collections.Immutable;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Core.Requests.History;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Persistence.Tests.Queues;

namespace DeploymentRouter.Persistence.Tests.Growth;

/// <summary>An account of the default playbook that runs on One-Click, at a time the test chooses.</summary>
internal sealed class Account
{
    public static readonly Playbook Playbook = PlaybookFile.LoadDefault().Playbook!;
    public static readonly Person Admin = new("quill", "Quill", "", IsAdmin: true);

    private static readonly AnswerSet OneClick = AnswerSet.Empty
        .With("users_full", new NumberAnswer(9_000))
        .With("repos_full", new NumberAnswer(40_000))
        .With("required_certifications", new ChoicesAnswer([]))
        .With("admin_access_ok", new YesNoAnswer(true))
        .With("audit_logging_ok", new YesNoAnswer(true))
        .With("other_cloud_blockers", new YesNoAnswer(false))
        .With("hosting_region", new ChoiceAnswer("any"))
        .With("code_host_types", new ChoicesAnswer(["github"]))
        .With("code_host_reachability", new ChoiceAnswer("unreachable"))
        .With("hosting_provider", new ChoiceAnswer("aws"))
        .With("cluster_required", new YesNoAnswer(false))
        .With("single_machine_issues", new YesNoAnswer(false))
        .With("own_base_image", new ChoiceAnswer("not_required"))
        .With("image_restrictions", new YesNoAnswer(false));

    private Account(AnswerSet answers, string customer, DateTime start, Playbook? playbook = null)
    {
        Now = start;
        var facts = new CustomerFacts(customer, "https://crm.example/1", Engagement.NewProduction, null, null, null, null, "");
        Request = Request.Open(Guid.NewGuid(), playbook ?? Playbook, facts, answers, ImmutableDictionary<string, string>.Empty, Office.Ce, start).Request!;
    }

    public Request Request { get; }

    public DateTime Now { get; private set; }

    public static DateTime Start { get; } = new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>One-Click for everyone: live, delivered, with the TAM.</summary>
    public static Account Live(string customer = "Quillfeather Press", DateTime? start = null, Playbook? playbook = null) =>
        new Account(OneClick, customer, start ?? Start, playbook).HandedOver();

    /// <summary>One-Click for now: the TAM watches it grow.</summary>
    public static Account Watched(string customer = "Amberjack Submarines", DateTime? start = null) => new Account(
        OneClick.With("users_full", new NumberAnswer(45_000)).With("wants_production_quickly", new YesNoAnswer(true))
            .With("users_initial", new NumberAnswer(8_000)).With("repos_initial", new NumberAnswer(30_000)),
        customer,
        start ?? Start).HandedOver();

    public Account Later(int days)
    {
        Now += TimeSpan.FromDays(days);
        return this;
    }

    public Account Does(Func<Request, DateTime, Outcome> act)
    {
        Assert.Null(Tries(act)?.Sentence);
        return this;
    }

    public Account Reads(long users, long repositories = 30_000, int daysAgo = 0, string source = "Licence report") =>
        Does((r, now) => r.RecordReading(DateOnly.FromDateTime(now).AddDays(-daysAgo), users, repositories, source, Office.Tam, now));

    public Refusal? Tries(Func<Request, DateTime, Outcome> act)
    {
        Now += TimeSpan.FromMinutes(1);
        return act(Request, Now).Refusal;
    }

    public static Dictionary<string, string> IeForm() => new(StringComparer.Ordinal)
    {
        ["opportunity_link"] = "https://crm.example/1",
        ["tdd_link"] = "https://docs.example/tdd",
        ["expected_deployment_type"] = "kubernetes",
        ["expected_hosting_provider"] = "aws",
    };

    /// <summary>The same request, read back from what was written down of its history.</summary>
    public Request ReadBack() => Request.FromHistory(
        Request.Id, 1, Playbook, Request.History.Select(entry => entry with { What = HistoryJson.Read(HistoryJson.Write(entry.What)) }));

    private Account HandedOver()
    {
        Fills(Office.Ce);
        foreach (var criterion in Request.Current.Stage.ExitCriteria) Does((r, now) => r.SetTick(criterion.Id, true, Office.Ce, now));
        Does((r, now) => r.Complete(Office.Ce, now));
        Fills(Office.Ce);
        return Does((r, now) => r.Offer(Office.Ce, now)).Does((r, now) => r.Accept(Office.Tam, now));
    }

    private void Fills(Person by) => Does((r, now) => r.SaveForm(
        r.Current.Stage.Fields.Where(field => field.Required).ToDictionary(field => field.Id, Sample, StringComparer.Ordinal), by, now));

    private static string Sample(FormField field) => field.Kind switch
    {
        FieldKind.Number => "3",
        FieldKind.Date => "2027-11-20",
        FieldKind.Link => "https://docs.example/tdd",
        FieldKind.Choice => field.Choices[0].Id,
        _ => "text",
    };
}
