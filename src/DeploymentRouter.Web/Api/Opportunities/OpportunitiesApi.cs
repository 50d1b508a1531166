using System.Globalization;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Web.Api.Repeating;

namespace DeploymentRouter.Web.Api.Opportunities;

/// <summary>What the sales system knows of opportunities, handed in for the intake to offer.</summary>
internal static class OpportunitiesApi
{
    private const int MostAtOnce = 1_000;

    public static void MapOpportunities(this RouteGroupBuilder api)
    {
        var opportunities = api.MapGroup("/opportunities").WithTags("Opportunities");
        opportunities.MapPut("/{externalId}", PutAsync).Needs(TokenScope.Import).WithName("PutOpportunity").WithSummary("Hand in what is known of an opportunity")
            .Produces<OpportunityJson>().Produces<OpportunityJson>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        opportunities.MapGet("/{externalId}", ReadAsync).Needs(TokenScope.Read).WithName("ReadOpportunity").WithSummary("Read what is known of an opportunity")
            .Produces<OpportunityJson>().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        opportunities.MapPost("", PutManyAsync).Needs(TokenScope.Import).RepeatsSafely().WithName("PutOpportunities").WithSummary("Hand in many opportunities; each is taken or refused by itself")
            .Produces<IReadOnlyList<TakenJson>>().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="externalId">What the sales system calls it.</param>
    private static async Task<IResult> PutAsync(string externalId, OpportunityBody body, HttpContext http, OpportunityDesk desk, PlaybookInForce playbook)
    {
        if (Rights.WhyNot(Right.HandInOpportunities, http.Caller(), playbook.Current) is { } notTheirs) return Problems.Refused(notTheirs);
        if (body.Read(Whole(externalId), playbook.Current, out var opportunity) is { } bad) return Problems.Of(StatusCodes.Status422UnprocessableEntity, bad);
        var sight = await http.SightAsync();
        var (isNew, refusal) = await desk.PutAsync(opportunity!, http.Caller(), sight, http.RequestAborted);
        if (refusal is not null) return Problems.Refused(refusal);
        var json = OpportunityJson.Of(opportunity!, sight);
        return isNew ? TypedResults.Created($"{ApiV1.Root}/opportunities/{Uri.EscapeDataString(opportunity!.ExternalId)}", json) : TypedResults.Ok(json);
    }

    /// <param name="externalId">What the sales system calls it.</param>
    private static async Task<IResult> ReadAsync(string externalId, HttpContext http, OpportunityDesk desk, PlaybookInForce playbook)
    {
        if (Rights.WhyNot(Right.HandInOpportunities, http.Caller(), playbook.Current) is { } notTheirs) return Problems.Refused(notTheirs);
        var sight = await http.SightAsync();
        return await desk.FindAsync(Whole(externalId), sight, http.RequestAborted) is { } found ? TypedResults.Ok(OpportunityJson.Of(found, sight)) : Problems.NotFound("opportunity");
    }

    // Of an address, everything is decoded but the slash.
    private static string Whole(string externalId) => externalId.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> PutManyAsync(IReadOnlyList<OpportunityLine> body, HttpContext http, OpportunityDesk desk, PlaybookInForce playbook)
    {
        if (Rights.WhyNot(Right.HandInOpportunities, http.Caller(), playbook.Current) is { } notTheirs) return Problems.Refused(notTheirs);
        if (body.Count is 0 or > MostAtOnce)
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, new Refusal("TooMany", string.Create(CultureInfo.InvariantCulture, $"Hand in 1 to {MostAtOnce:N0} opportunities at once.")));
        var (taken, sight) = (new List<TakenJson>(), await http.SightAsync());
        foreach (var line in body)
        {
            var refusal = line.Opportunity.Read(line.ExternalId, playbook.Current, out var opportunity);
            var isNew = false;
            if (refusal is null) (isNew, refusal) = await desk.PutAsync(opportunity!, http.Caller(), sight, http.RequestAborted);
            taken.Add(new TakenJson(line.ExternalId, refusal is null, isNew, refusal?.Name, refusal?.Sentence));
        }

        return TypedResults.Ok(taken);
    }
}

/// <param name="ExternalId">What the sales system calls it.</param>
internal sealed record OpportunityLine(string ExternalId, OpportunityBody Opportunity);

/// <param name="IsTaken">It is stored.</param>
/// <param name="IsNew">Nothing was known of it before.</param>
/// <param name="Refusal">Why it is not taken, by name.</param>
/// <param name="Detail">The same as a sentence.</param>
internal sealed record TakenJson(string ExternalId, bool IsTaken, bool IsNew, string? Refusal, string? Detail);

/// <param name="Fields">By the intake's field, as somebody would have typed it. Revenue and market figures are not shown to every team.</param>
internal sealed record OpportunityJson(string ExternalId, string Account, string? Owner, string Source, DateOnly AsOf, IReadOnlyDictionary<string, string> Fields)
{
    public static OpportunityJson Of(Opportunity opportunity, Sight sight)
    {
        var shown = sight.SeesCommercial ? opportunity : opportunity.WithoutCommercial();
        return new OpportunityJson(shown.ExternalId, shown.Account, shown.Owner, shown.Source, shown.AsOf, shown.Fields);
    }
}
