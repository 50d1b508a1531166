using System.Collections.Immutable;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Browser.Tests;

/// <summary>Puts requests where a test begins, through the same desk as the pages but without a browser.</summary>
internal static class Filing
{
    private static readonly Dictionary<string, string> IeForm = new(StringComparer.Ordinal)
    {
        ["opportunity_link"] = "https://crm.vendor.example/opportunities/9",
        ["tdd_link"] = "https://docs.vendor.example/design",
        ["expected_deployment_type"] = "kubernetes",
        ["expected_hosting_provider"] = "own_data_center",
    };

    /// <summary>Files a Jointly Managed request and sends it to IE. Gives its number.</summary>
    /// <param name="arrUsd">The more, the higher in IE's queue.</param>
    public static async Task<int> SendToIeAsync(this Site site, string customer, decimal arrUsd = 0)
    {
        var desk = site.Services.GetRequiredService<RequestDesk>();
        var ce = DemoPeople.Find(People.Ce)!.Person;
        var request = Done(await desk.FileAsync(Guid.CreateVersion7(), Facts(customer, arrUsd), OwnDataCentre, ImmutableDictionary<string, string>.Empty, ce));
        request = Done(await desk.ActAsync(request.Id, request.Version, (one, now) => one.SaveForm(IeForm, ce, now)));
        return Done(await desk.ActAsync(request.Id, request.Version, (one, now) => one.Complete(ce, now))).Number;
    }

    /// <summary>Files a Jointly Managed request and brings it to where TPM has to accept the plan. Gives its number.</summary>
    public static async Task<int> HandedToTpmAsync(this Site site, string customer)
    {
        var number = await site.SendToIeAsync(customer);
        var desk = site.Services.GetRequiredService<RequestDesk>();
        var ie = DemoPeople.Find(People.Ie)!.Person;
        var request = (await site.Services.GetRequiredService<RequestStore>().FindAsync(number))!;
        request = Done(await desk.ActAsync(request.Id, request.Version, (one, now) => one.Complete(ie, now)));
        foreach (var criterion in request.Current.Stage.ExitCriteria)
            request = Done(await desk.ActAsync(request.Id, request.Version, (one, now) => one.SetTick(criterion.Id, true, ie, now)));
        return Done(await desk.ActAsync(request.Id, request.Version, (one, now) => one.Complete(ie, now))).Number;
    }

    /// <summary>Files a Cloud request for a trial and brings it to where the instance runs. Gives its number.</summary>
    public static async Task<int> TrialRunningAsync(this Site site, string customer)
    {
        var desk = site.Services.GetRequiredService<RequestDesk>();
        var (ce, cloud) = (DemoPeople.Find(People.Ce)!.Person, DemoPeople.Find(People.Cloud)!.Person);
        var request = Done(await desk.FileAsync(Guid.CreateVersion7(), Facts(customer, 50_000), CloudIsClear, ImmutableDictionary<string, string>.Empty, ce));
        Func<Request, DateTime, Outcome>[] acts =
        [
            (one, now) => one.SaveForm(TrialForm, ce, now),
            (one, now) => one.Complete(ce, now),
            (one, now) => one.Complete(cloud, now),
            (one, now) => one.SaveForm(new Dictionary<string, string>(StringComparer.Ordinal) { ["instance_url"] = "https://trial.cloud.example" }, cloud, now),
            (one, now) => one.SetTick("healthy", true, cloud, now),
            (one, now) => one.SetTick("customised", true, cloud, now),
            (one, now) => one.Complete(cloud, now),
            (one, now) => one.Accept(ce, now),
        ];
        foreach (var act in acts) request = Done(await desk.ActAsync(request.Id, request.Version, act));
        return request.Number;
    }

    private static Dictionary<string, string> TrialForm { get; } = new(StringComparer.Ordinal)
    {
        ["slug"] = "lanternfish",
        ["customer_admin_email"] = "admin@lanternfish.example",
        ["ce_email"] = "wren@vendor.example",
        ["instance_type"] = "trial",
        ["hosted_code_gb"] = "40",
        ["executors"] = "2",
        ["private_access"] = "no",
        ["licence_key_reference"] = "vault/licences/trial",
        ["agreement_date"] = "2026-11-20",
    };

    private static AnswerSet CloudIsClear => AnswerSet.Empty
        .With("required_certifications", new ChoicesAnswer(["soc2"]))
        .With("admin_access_ok", new YesNoAnswer(true))
        .With("audit_logging_ok", new YesNoAnswer(true))
        .With("other_cloud_blockers", new YesNoAnswer(false))
        .With("hosting_region", new ChoiceAnswer("us"))
        .With("code_host_types", new ChoicesAnswer(["github"]))
        .With("code_host_reachability", new ChoiceAnswer("public"));

    private static AnswerSet OwnDataCentre => AnswerSet.Empty
        .With("code_host_types", new ChoicesAnswer(["bitbucket_server"]))
        .With("code_host_reachability", new ChoiceAnswer("unreachable"))
        .With("hosting_provider", new ChoiceAnswer("own_data_center"));

    private static CustomerFacts Facts(string customer, decimal arrUsd) =>
        new(customer, "", Engagement.NewProduction, arrUsd, null, null, null, "");

    private static Request Done(ActResult result) => result is ActResult.Done done
        ? done.Request
        : throw new InvalidOperationException($"The request is not where the test begins: {result}");
}
