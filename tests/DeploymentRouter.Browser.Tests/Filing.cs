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
