using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Persistence.People;
using DeploymentRouter.Persistence.Privacy;
using DeploymentRouter.Persistence.Sharing;
using DeploymentRouter.Web.Tests.Features.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Web.Tests.Permissions;

/// <summary>What people do to other people and to what is shared, each use case by itself: none lends another its check.</summary>
internal sealed class AdministrationTries(IServiceProvider services, Request request)
{
    private static readonly Person Ada = Cast.Of("Admin");
    private int _turn;

    public IReadOnlyDictionary<string, Func<Person, Task<Refusal?>>> All => new Dictionary<string, Func<Person, Task<Refusal?>>>(StringComparer.Ordinal)
    {
        ["PeopleList.FindAsync"] = async by => (await Get<PeopleList>().FindAsync("felix-plumbline", by)).Refusal,
        ["PeopleDesk.InviteAsync"] = async by => (await Desk.InviteAsync(Somebody(), by)).Refusal,
        ["PeopleDesk.MakeLinkAsync"] = async by => (await Desk.MakeLinkAsync(await InvitedAsync(), by)).Refusal,
        ["PeopleDesk.ChangeAsync"] = async by => (await Desk.ChangeAsync(await InvitedAsync(), "tam", false, false, by)).Refusal,
        ["PeopleDesk.DisableAsync"] = async by => (await Desk.DisableAsync(await InvitedAsync(), by)).Refusal,
        ["PeopleDesk.EnableAsync"] = async by => (await Desk.EnableAsync(await InvitedAsync(), by)).Refusal,
        ["PeopleDesk.EndSessionsAsync"] = async by => (await Desk.EndSessionsAsync(await InvitedAsync(), by)).Refusal,
        ["PeopleDesk.RevokeTokensAsync"] = async by => (await Desk.RevokeTokensAsync(await InvitedAsync(), by)).Refusal,
        ["PeopleDesk.ForgetDevicesAsync"] = async by => (await Desk.ForgetDevicesAsync(await InvitedAsync(), by)).Refusal,
        ["PersonErasure.EraseAsync"] = async by =>
        {
            var id = await InvitedAsync();
            await Desk.DisableAsync(id, Ada);
            return (await Get<PersonErasure>().EraseAsync(id, by)).Refusal;
        },
        ["Retention.RunAsync"] = async by => (await Get<Retention>().RunAsync(by)).Refusal,
        ["StatusLinks.OfAsync"] = async by =>
        {
            await LinkedAsync();
            return (await Links.OfAsync(request.Id, by, await SightAsync(by))).Count > 0 ? null : new Refusal("NotFound", "");
        },
        ["StatusLinks.RevokeAsync"] = async by => await Links.RevokeAsync(request.Id, await LinkedAsync(), by, await SightAsync(by)),
    };

    private PeopleDesk Desk => Get<PeopleDesk>();

    private StatusLinks Links => Get<StatusLinks>();

    private Newcomer Somebody() => new($"Somebody {_turn}", $"somebody{_turn++}@pebbleworks.example", "ie");

    private async Task<string> InvitedAsync()
    {
        var somebody = Somebody();
        await Desk.InviteAsync(somebody, Ada);
        return somebody.Id;
    }

    private async Task<Guid> LinkedAsync()
    {
        foreach (var old in await Links.OfAsync(request.Id, RequestWalk.Wren, Sight.Everything)) await Links.RevokeAsync(request.Id, old.Id, RequestWalk.Wren, Sight.Everything);
        await Links.MakeAsync(request.Id, 1, "", RequestWalk.Wren, Sight.Everything);
        return (await Links.OfAsync(request.Id, RequestWalk.Wren, Sight.Everything))[0].Id;
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private Task<Sight> SightAsync(Person by) => Get<Sights>().OfAsync(by);
}
