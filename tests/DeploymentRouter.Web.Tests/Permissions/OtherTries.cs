using System.Collections.Immutable;
using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Reporting;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.Drafts;
using DeploymentRouter.Persistence.Files;
using DeploymentRouter.Persistence.Growth;
using DeploymentRouter.Persistence.Importing;
using DeploymentRouter.Persistence.Intake;
using DeploymentRouter.Persistence.Opportunities;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Playbooks.Publishing;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Queues;
using DeploymentRouter.Persistence.Reporting;
using DeploymentRouter.Persistence.Requests;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Persistence.Webhooks;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>What is no act on a request, tried as pages do it. The first name in code of a row names the try.</summary>
internal sealed class OtherTries(IServiceProvider services, Request request, Request live)
{
    private static readonly Refusal NotThere = new("NotFound", "");
    private readonly Team _ie = RequestWalk.Playbook.Team("ie");
    private int _turn;

    public IReadOnlyDictionary<string, Func<Person, bool, Task<Refusal?>>> All => new Dictionary<string, Func<Person, bool, Task<Refusal?>>>(StringComparer.Ordinal)
    {
        ["RequestDesk.FileAsync"] = async (by, _) => await Get<RequestDesk>().FileAsync(
            Guid.NewGuid(), request.Customer, RequestWalk.JointAnswers, ImmutableDictionary<string, string>.Empty, by) is ActResult.Refused refused ? refused.Refusal : null,
        ["RequestStore.FindAsync"] = async (by, _) => Found(await Get<RequestStore>().FindAsync(request.Number, await SightAsync(by))),
        ["RequestList.PageAsync"] = async (by, _) =>
        {
            var sight = await SightAsync(by);
            var page = await Get<RequestList>().PageAsync(new RequestFilter("", RequestFilter.All, null, null, null, RequestOrder.Changed), null, sight);
            var queue = await Get<QueueOfTeam>().ListAsync("ie", new QueueFilter(), sight);
            var radar = await Get<GrowthRadar>().PageAsync(null, 1, sight);
            return page.Items.Count > 0 && queue.Lines.Count > 0 && radar.Total > 0 ? null : NotThere;
        },
        ["Reports.OfAsync"] = async (by, _) => (await Get<Reports>().OfAsync(
            new ReportQuestion(DateOnly.FromDateTime(request.OpenedAt), DateOnly.FromDateTime(request.OpenedAt)), await SightAsync(by))).Total.Filed > 0 ? null : NotThere,
        ["AttachmentDesk.OpenAsync"] = async (by, _) =>
        {
            var entry = (await Get<AttachmentDesk>().AttachAsync(request.Number, $"plan-{_turn++}.txt", 4, new MemoryStream("plan"u8.ToArray()), RequestWalk.Wren, Sight.Everything, default)).File!.Number;
            if (await Get<AttachmentDesk>().OpenAsync(request.Number, entry, await SightAsync(by), default) is not var (_, bytes)) return NotThere;
            await bytes.DisposeAsync();
            return null;
        },
        ["AttachmentDesk.AttachAsync"] = async (by, _) =>
        {
            var result = await Get<AttachmentDesk>().AttachAsync(request.Number, $"notes-{_turn++}.txt", 5, new MemoryStream("notes"u8.ToArray()), by, await SightAsync(by), default);
            return result.File is null ? result.Refusal ?? NotThere : null;
        },
        ["Following.SetAsync"] = async (by, _) =>
        {
            await Get<Following>().SetAsync(by.Id, request.Id, true);
            return await Get<Following>().FollowsAsync(by.Id, request.Id) ? null : NotThere;
        },
        ["ReadingsImport.RunAsync"] = async (by, _) =>
        {
            var report = await Get<ReadingsImport>().RunAsync($"request,date,users,repositories,source\n{live.Number},2026-11-05,{100 + _turn++},500,Report\n", true, by, await SightAsync(by));
            return report.Faults is [var fault] ? new Refusal(nameof(Refusals.NotYourStage), fault.Text) : null;
        },
        ["RequestsImport.RunAsync"] = async (by, _) =>
        {
            var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"key,customer.name,customer.engagement\nk{_turn},Larkspur {_turn++},trial\n"));
            var report = await Get<RequestsImport>().RunAsync(file, ImportFormat.Csv, ImportMode.DryRun, by);
            return report.Faults is [var fault, ..] ? new Refusal(nameof(Refusals.NotYourAct), fault.Text) : null;
        },
        ["OpportunityDesk.PutAsync"] = async (by, _) =>
        {
            var id = $"opp-{_turn++}";
            var known = new Dictionary<string, string>(StringComparer.Ordinal) { [DraftKeys.CustomerName] = "Larkspur Foundry" };
            if ((await Get<OpportunityDesk>().PutAsync(new Opportunity(id, known, null, "Sales system", new DateOnly(2026, 11, 1)), by, await SightAsync(by))).Refusal is { } refusal) return refusal;
            return Found(await Get<OpportunityDesk>().FindAsync(id, await SightAsync(by)));
        },
        ["DraftStore.StartAsync"] = async (by, own) => Found(await Get<DraftStore>().FindAsync((await Get<DraftStore>().StartAsync(Owner(by, own).Id)).Id, by.Id)),
        ["UnsentTexts.OfAsync"] = async (by, own) =>
        {
            var box = $"comment-{_turn++}";
            await Get<UnsentTexts>().KeepAsync(Owner(by, own).Id, request.Id, box, "Not yet.");
            return (await Get<UnsentTexts>().OfAsync(by.Id, request.Id)).ContainsKey(box) ? null : NotThere;
        },
        ["Sessions.OfAsync"] = async (by, own) =>
        {
            var session = await Get<Sessions>().StartAsync(Owner(by, own).Id, "test", null, null);
            var isListed = (await Get<Sessions>().OfAsync(by.Id)).Any(line => line.Id == session);
            return await Get<Sessions>().EndAsync(session, by.Id, by) && isListed ? null : NotThere;
        },
        ["TokenDesk.ListAsync"] = async (by, own) =>
        {
            var owner = Owner(by, own);
            var (made, refusal) = await Get<TokenDesk>().MakeAsync(new TokenWish($"t{_turn++}", [TokenScope.Read], 1, null), owner, new TokenBounds([TokenScope.Read], DateTime.UtcNow.AddDays(2)));
            if (made is null) return refusal;
            var isListed = (await Get<TokenDesk>().ListAsync(null, by)).Tokens.Any(line => line.Id == made.Line.Id);
            return (await Get<TokenDesk>().RevokeAsync(made.Line.Id, by)).Refusal ?? (isListed ? null : NotThere);
        },
        ["TeamRoster.OfAsync"] = async (_, _) => (await Get<TeamRoster>().OfAsync("ie")).Members.Count > 0 ? null : NotThere,
        ["TeamBandwidths.SetAsync"] = (by, _) => Get<TeamBandwidths>().SetAsync("ie", 100 + _turn++, by),
        ["TeamDesk.SetAutomaticAsync"] = async (by, _) => (await Get<TeamDesk>().SetAutomaticAsync(_ie, false, by)).Refusal,
        ["TeamDesk.SetCapacityAsync"] = async (by, _) => (await Get<TeamDesk>().SetCapacityAsync(_ie, "bram-copperkettle", 5 + _turn++ % 20, by)).Refusal,
        ["TeamDesk.SetLeadAsync"] = async (by, _) => (await Get<TeamDesk>().SetLeadAsync(_ie, Cast.Of("Lead").Id, true, by)).Refusal,
        ["TeamDesk.AddAbsenceAsync"] = async (by, own) =>
        {
            var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(10 + (3 * _turn++));
            var whose = own && by.TeamId == "ie" ? by.Id : "bram-copperkettle";
            if ((await Get<TeamDesk>().AddAbsenceAsync(_ie, whose, day, day, by)).Refusal is { } refusal) return refusal;
            var absence = (await Get<TeamRoster>().OfAsync("ie")).Members.Single(member => member.PersonId == whose).Absences.Single(one => one.From == day);
            return (await Get<TeamDesk>().RemoveAbsenceAsync(_ie, whose, absence.Id, by)).Refusal;
        },
        ["PeopleList.ReadAsync"] = async (by, _) =>
            (await Get<PeopleList>().ReadAsync(by)).Refusal ?? (await Get<PeopleList>().FindAsync("felix-plumbline", by)).Refusal ?? (await Get<PeopleDesk>().EndSessionsAsync("felix-plumbline", by)).Refusal,
        ["StatusLinks.MakeAsync"] = async (by, _) => (await Get<StatusLinks>().MakeAsync(request.Id, 1, "", by, await SightAsync(by))).Refusal,
        ["PlaybookDesk.PublishAsync"] = async (by, _) => await Get<PlaybookDesk>().PublishAsync(
            [], Get<PlaybookInForce>().Current.Hash, "Because.", by, Sight.Everything) is PublishResult.Refused refused ? refused.Refusal : null,
        ["PublishedPlaybooks.ListAsync"] = async (_, _) => Found(await Get<PublishedPlaybooks>().ListAsync()),
        ["PersonExport.OfAsync"] = async (by, _) => (await Get<PersonExport>().OfAsync("bram-copperkettle", by)).Refusal,
        ["WebhookDesk.MakeAsync"] = async (by, _) =>
        {
            var (desk, wish) = (Get<WebhookDesk>(), new WebhookWish($"hook {_turn++}", "https://93.184.215.14/", []));
            if ((await desk.MakeAsync(wish, by)).Refusal is { } refusal) return refusal;
            var made = (await desk.ListAsync(by)).Lines.Single(line => line.Name == wish.Name);
            return (await desk.RemoveAsync(made.Id, by)).Refusal;
        },
        ["Sights.SetAccountsAsync"] = async (by, _) => (await Get<Sights>().SetAccountsAsync("juniper-goldfinch", [$"Account {_turn++}"], by)).Refusal,
    };

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private Task<Sight> SightAsync(Person by) => Get<Sights>().OfAsync(by);

    private static Person Owner(Person by, bool own) => own ? by : RequestWalk.Otis;

    private static Refusal? Found(object? found) => found is null ? NotThere : null;
}
