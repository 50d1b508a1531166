using DeploymentRouter.Core.People;
using DeploymentRouter.Persistence.Accounts;
using DeploymentRouter.Web.Hosting;

namespace DeploymentRouter.Web.CommandLine.Admins;

/// <summary><c>admin create</c> and <c>admin reset</c>: the way in for whoever may start the executable.</summary>
public static class AdminVerb
{
    private const int Refused = 1;
    private const int BadUsage = 2;

    private const string Usage =
        """
        Usage: admin create --email ADDRESS --name NAME [--address URL] [< password]
               admin reset --email ADDRESS [--devices] [--address URL]

        """;

    private static readonly Person CommandLine = new("command-line", "Command line", "", IsAdmin: true);

    /// <returns>0; 1 when it was refused; 2 when the arguments or the playbook were not usable.</returns>
    public static async Task<int> RunAsync(string[] options, Streams streams)
    {
        if (AdminArguments.Read(options) is not { } arguments)
        {
            await streams.Errors.WriteAsync(Usage);
            return BadUsage;
        }

        var configuration = CommandConfiguration.Read();
        var load = await PlaybookStart.LoadAsync(configuration);
        if (load.Playbook is not { } playbook)
        {
            await streams.WriteFaultsAsync(load.Faults);
            return BadUsage;
        }

        await using var services = await CommandServices.OpenAsync(configuration, playbook);
        return arguments.Name is null ? await ResetAsync(services, arguments, streams) : await CreateAsync(services, arguments, streams);
    }

    private static async Task<int> CreateAsync(IServiceProvider services, AdminArguments arguments, Streams streams)
    {
        var admins = services.GetRequiredService<FirstAdministrator>();
        if (await PasswordAsync(streams) is not { } password)
        {
            var (code, whyNot) = await admins.InviteAsync(arguments.Name, arguments.Email, CommandLine);
            return code is null ? await RefuseAsync(whyNot!.Sentence, streams) : await GiveLinkAsync(code, Links.InvitationLasts, arguments, streams);
        }

        var (person, refusal) = await admins.CreateAsync(arguments.Name, arguments.Email, password, CommandLine);
        if (person is null) return await RefuseAsync(refusal!.Sentence, streams);
        await streams.WriteAsync($"{person.Name} is an administrator.\n");
        return 0;
    }

    private static async Task<int> ResetAsync(IServiceProvider services, AdminArguments arguments, Streams streams)
    {
        var desk = services.GetRequiredService<PeopleDesk>();
        var (lines, _) = await services.GetRequiredService<PeopleList>().ReadAsync(CommandLine);
        if (lines.SingleOrDefault(line => line.Email is not null && MailAddress.Normal(line.Email) == MailAddress.Normal(arguments.Email)) is not { } person)
            return await RefuseAsync("Nobody has an account with this address.", streams);
        var (code, refusal) = await desk.MakeLinkAsync(person.Id, CommandLine);
        if (code is null) return await RefuseAsync(refusal!.Sentence, streams);
        if (arguments.Devices) await desk.ForgetDevicesAsync(person.Id, CommandLine);
        return await GiveLinkAsync(code, person.HasPassword ? Links.ResetLasts : Links.InvitationLasts, arguments, streams);
    }

    // An argument would be read by everybody who may list processes, and kept by the shell.
    private static async Task<string?> PasswordAsync(Streams streams)
    {
        if (streams.IsTyped) return null;
        using var reader = new StreamReader(streams.Input, leaveOpen: true);
        return await reader.ReadLineAsync() is { Length: > 0 } password ? password : null;
    }

    private static async Task<int> GiveLinkAsync(string code, TimeSpan lasts, AdminArguments arguments, Streams streams)
    {
        await streams.WriteAsync($"{arguments.Address}/{LinkCode.Path(code)}\n");
        await streams.Errors.WriteLineAsync(FormattableString.Invariant(
            $"This opens the choice of a password, once, within {lasts.TotalDays:0} {(lasts.TotalDays > 1 ? "days" : "day")}.{(arguments.Address is "" ? " Open it at the address of your installation." : "")}"));
        return 0;
    }

    private static async Task<int> RefuseAsync(string sentence, Streams streams)
    {
        await streams.Errors.WriteLineAsync(sentence);
        return Refused;
    }
}
