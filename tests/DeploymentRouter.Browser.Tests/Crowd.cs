using System.Collections.Immutable;
using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Browser.Tests;

/// <summary>As many requests as a large team has in years, and one with a long history.</summary>
internal sealed class Crowd(Site site)
{
    public const int EachQueue = 2_000;
    public const int Entries = 500;

    private static readonly Person Ce = DemoPeople.Find(People.Ce)!.Person;
    private static readonly Person Tam = DemoPeople.Find(People.Tam)!.Person;
    private static readonly Person Ie = DemoPeople.Find(People.Ie)!.Person;

    private static readonly AnswerSet Cloud = AnswerSet.Empty
        .With("required_certifications", new ChoicesAnswer([]))
        .With("admin_access_ok", new YesNoAnswer(true))
        .With("audit_logging_ok", new YesNoAnswer(true))
        .With("other_cloud_blockers", new YesNoAnswer(false))
        .With("hosting_region", new ChoiceAnswer("us"))
        .With("code_host_types", new ChoicesAnswer(["github"]))
        .With("code_host_reachability", new ChoiceAnswer("public"));

    private static readonly AnswerSet Joint = AnswerSet.Empty
        .With("code_host_types", new ChoicesAnswer(["bitbucket_server"]))
        .With("code_host_reachability", new ChoiceAnswer("unreachable"))
        .With("hosting_provider", new ChoiceAnswer("own_data_center"));

    private static readonly AnswerSet OneClick = Joint
        .With("users_full", new NumberAnswer(9_000))
        .With("repos_full", new NumberAnswer(40_000))
        .With("required_certifications", new ChoicesAnswer([]))
        .With("admin_access_ok", new YesNoAnswer(true))
        .With("audit_logging_ok", new YesNoAnswer(true))
        .With("other_cloud_blockers", new YesNoAnswer(false))
        .With("hosting_region", new ChoiceAnswer("any"))
        .With("code_host_types", new ChoicesAnswer(["github"]))
        .With("hosting_provider", new ChoiceAnswer("aws"))
        .With("cluster_required", new YesNoAnswer(false))
        .With("single_machine_issues", new YesNoAnswer(false))
        .With("own_base_image", new ChoiceAnswer("not_required"))
        .With("image_restrictions", new YesNoAnswer(false));

    private readonly Playbook _playbook = site.Services.GetRequiredService<PlaybookInForce>().Current;

    /// <summary>Stores them all; gives the number of the one with the long history.</summary>
    public async Task<int> StoreAsync()
    {
        var (store, random, now) = (site.Services.GetRequiredService<RequestStore>(), new Random(4), DateTime.UtcNow);
        foreach (var answers in new[] { Cloud, Joint })
        {
            for (var i = 0; i < EachQueue; i++)
                await store.AddAsync(InReview($"Crowd {i}", answers, now.AddMinutes(-random.Next(20_000)), random.Next(900_000)), Guid.NewGuid());
        }

        for (var i = 0; i < EachQueue; i++)
            await store.AddAsync(Live($"Crowd {i}", now.AddDays(-210), random), Guid.NewGuid());
        return (await store.AddAsync(Long(now.AddDays(-200)), Guid.NewGuid())).Number;
    }

    private Request InReview(string customer, AnswerSet answers, DateTime at, int arrUsd)
    {
        var facts = new CustomerFacts(customer, "", Engagement.NewProduction, arrUsd, null, null, null, "");
        var request = Request.Open(Guid.CreateVersion7(), _playbook, facts, answers, ImmutableDictionary<string, string>.Empty, Ce, at).Request!;
        Done(request.SaveForm(request.Current.Stage.Fields.Where(field => field.Required).ToDictionary(field => field.Id, Sample, StringComparer.Ordinal), Ce, at));
        Done(request.Complete(Ce, at));
        return request;
    }

    // Sent back again and again, held, taken, commented on.
    private Request Long(DateTime at)
    {
        var request = InReview("Crowd of entries", Joint, at, arrUsd: 0);
        while (request.Version < Entries)
        {
            Done(request.Take(Ie, at = at.AddHours(3)));
            Done(request.PutOnHold("Their change freeze.", null, Ie, at = at.AddHours(1), "customer"));
            Done(request.Resume(Ie, at = at.AddHours(20)));
            for (var i = 0; i < 5; i++) Done(request.Comment(string.Create(CultureInfo.InvariantCulture, $"Note {request.Version}."), Ie, at = at.AddMinutes(7)));
            Done(request.SendBack("The design names no largest repository.", [], [], Ie, at = at.AddHours(2)));
            Done(request.Complete(Ce, at = at.AddHours(5)));
        }

        return request;
    }

    // On One-Click with the TAM, read once a month.
    private Request Live(string customer, DateTime at, Random random)
    {
        var facts = new CustomerFacts(customer, "", Engagement.NewProduction, null, null, null, null, "");
        var request = Request.Open(Guid.CreateVersion7(), _playbook, facts, OneClick, ImmutableDictionary<string, string>.Empty, Ce, at).Request!;
        Fill();
        foreach (var criterion in request.Current.Stage.ExitCriteria) Done(request.SetTick(criterion.Id, true, Ce, at));
        Done(request.Complete(Ce, at));
        Fill();
        Done(request.Offer(Ce, at));
        Done(request.Accept(Tam, at));
        var (users, repositories) = (random.Next(2_000, 12_000), random.Next(10_000, 100_000));
        for (var month = 0; month < 6; month++)
        {
            at = at.AddDays(30);
            Done(request.RecordReading(DateOnly.FromDateTime(at), users += random.Next(1_500), repositories += random.Next(20_000), "Licence report", Tam, at));
        }

        return request;

        void Fill() => Done(request.SaveForm(
            request.Current.Stage.Fields.Where(field => field.Required).ToDictionary(field => field.Id, Sample, StringComparer.Ordinal), Ce, at));
    }

    private static string Sample(FormField field) => field.Kind switch
    {
        FieldKind.Number => "3",
        FieldKind.Date => "2026-11-20",
        FieldKind.Email => "admin@crowd.example",
        FieldKind.Link => "https://docs.crowd.example/design",
        FieldKind.Choice => field.Choices[0].Id,
        FieldKind.YesNo => "yes",
        _ => "crowd",
    };

    private static void Done(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }
}
