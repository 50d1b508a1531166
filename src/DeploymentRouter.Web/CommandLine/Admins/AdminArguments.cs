namespace DeploymentRouter.Web.CommandLine.Admins;

/// <summary>What stands behind <c>admin</c>.</summary>
/// <param name="Name">Null: a reset.</param>
/// <param name="Devices">Whether second factor and passkeys go too.</param>
/// <param name="Address">The address of the installation, without a slash at its end; empty: not said.</param>
internal sealed record AdminArguments(string Email, string? Name, bool Devices, string Address)
{
    /// <returns>Null: they cannot be understood.</returns>
    public static AdminArguments? Read(string[] options)
    {
        if (options is not [("create" or "reset") and var verb, .. var rest]) return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var devices = rest.Contains("--devices", StringComparer.Ordinal);
        string[] pairs = [.. rest.Where(word => word is not "--devices")];
        for (var at = 0; at < pairs.Length; at += 2)
        {
            if (pairs[at] is not ("--email" or "--name" or "--address") || at + 1 == pairs.Length || !values.TryAdd(pairs[at], pairs[at + 1])) return null;
        }

        var (email, name) = (values.GetValueOrDefault("--email"), values.GetValueOrDefault("--name"));
        var isCreate = verb is "create";
        return email is null || isCreate != name is not null || isCreate && devices
            ? null
            : new AdminArguments(email, name, devices, values.GetValueOrDefault("--address", "").TrimEnd('/'));
    }
}
