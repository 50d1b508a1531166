using System.Text;
using DeploymentRouter.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DeploymentRouter.Web.Tests.Hostile;

/// <summary>Makes malformed calls for a door, always the same ones for the same seed.</summary>
/// <param name="keys">Tokens that open the API.</param>
/// <param name="cookies">Cookies of people who are signed in, each with the token of their forms.</param>
/// <param name="numbers">Numbers of requests that are there.</param>
internal sealed class HostileCalls(int seed, IReadOnlyList<string> keys, IReadOnlyList<(string Cookie, string FormToken)> cookies, IReadOnlyList<int> numbers)
{
    private const int Rare = 40;

    private static readonly string[] Queries = ["after", "before", "cursor", "q", "state", "sort", "team", "limit", "page", "returnUrl", "code", "name", "from", "to", "kind", "older", "at", "history", "shown", "person", "ticket", "dryRun", "mode"];
    private static readonly string[] FormFields = ["email", "password", "again", "code", "name", "person", "returnUrl", "_handler", "remember", "team", "text"];

    private readonly Random _random = new(seed);
    private readonly HostileBody _bodies = new(new Random(seed));

    public RawCall For(Door door)
    {
        var headers = new List<(string, string)>();
        var (cookie, formToken) = cookies[_random.Next(cookies.Count)];
        if (door.IsApi) headers.Add(("Authorization", Chance(90) ? $"Bearer {keys[_random.Next(keys.Count)]}" : Pick("Bearer", "Bearer ", "Bearer drp_0", $"Bearer {HostileText.Long(9_000)}", "Basic YTpi", "Bearer a\u00ffb", "drp_")));
        else if (Chance(85)) headers.Add(("Cookie", cookie));
        else headers.Add(("Cookie", Pick("router.person=", "router.person=CfDJ8AAAA", $"router.person={HostileText.Long(4_000)}", "router.theme=<script>", "a=b; =; ;;=;", "router.form=\u00ff", "router.keys=off; router.theme=\"")));
        if (Chance(20)) headers.Add(("If-Match", Pick("*", "\"1\"", "\"", "W/\"1\"", "\"99999999999999\"", "\"-1\"", "\u00ff", "\"a\", \"b\"", "")));
        if (Chance(10)) headers.Add(("Idempotency-Key", Pick("", "a", HostileText.Long(5_000), "\u0001", Guid.Empty.ToString())));
        if (Chance(5)) headers.Add((Pick("X-Forwarded-For", "X-Forwarded-Host", "X-Original-URL", "X-HTTP-Method-Override", "Range", "Accept", "Accept-Encoding", "If-None-Match", "Last-Event-ID", "Origin", "Referer", "User-Agent"), Pick("127.0.0.1", "evil.example", "bytes=9-1,-1", "\u00ff\u00fe", "*/*;q=9", "<script>", HostileText.Long(6_000))));
        var body = door.Changes || Chance(3) ? Body(door, headers, formToken) : [];
        return new RawCall(Chance(98) ? door.Method : Pick("TRACE", "PROPFIND", "PATCH", "DELETE", "PUT", "OPTIONS", "HEAD", "get", "XYZ"), Path(door) + Query(), headers, body);
    }

    private byte[] Body(Door door, List<(string, string)> headers, string formToken)
    {
        if (door.IsApi && door.Body is { } type && type != typeof(void) && Chance(70))
        {
            headers.Add(("Content-Type", "application/json"));
            var text = _bodies.Of(type, Pick(0, 5, 20, 60));
            return Chance(90) ? Encoding.UTF8.GetBytes(text) : Broken(text);
        }

        if (!door.IsApi && Chance(60))
        {
            headers.Add(("Content-Type", "application/x-www-form-urlencoded"));
            var fields = Enumerable.Range(0, _random.Next(5)).Select(_ => $"{Pick(FormFields)}={(Chance(50) ? Pick(HostileText.InPath) : Uri.EscapeDataString(Pick(HostileText.InJson)))}");
            return Encoding.UTF8.GetBytes(string.Join('&', fields.Prepend(Chance(80) ? $"__RequestVerificationToken={Uri.EscapeDataString(formToken)}" : "__RequestVerificationToken=x")));
        }

        headers.Add(("Content-Type", Pick(HostileText.ContentTypes)));
        if (!door.IsApi && Chance(50)) headers.Add(("RequestVerificationToken", formToken));
        return _random.Next(Rare) switch
        {
            0 => Encoding.UTF8.GetBytes(HostileText.Deep(5_000)),
            1 => Encoding.UTF8.GetBytes(HostileText.DeepList(100_000)),
            2 => new byte[(1024 * 1024) + 1],
            3 => Encoding.UTF8.GetBytes($"{{\"text\":\"{HostileText.Long(900_000)}\"}}"),
            4 => [0xFF, 0xFE, 0x00, 0xD8],
            5 => Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"k{HostileText.Number(i)}\":1")) + "}"),
            _ => Encoding.UTF8.GetBytes(Pick(HostileText.Bodies)),
        };
    }

    private byte[] Broken(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0) bytes[_random.Next(bytes.Length)] = (byte)Pick(0x00, 0xC0, 0xED, 0xFF, 0x22, 0x5C);
        return Chance(50) ? bytes : bytes[.._random.Next(bytes.Length + 1)];
    }

    private string Path(Door door)
    {
        var path = door.Path(parameter => Chance(70) ? Fitting(parameter) : Pick(HostileText.InPath));
        return Chance(97) ? path : path + Pick("/", "//", "/..", "/%2e%2e/", "%00", ";x", "/.env", "/a/b/c", $"/{HostileText.Long(3_000)}");
    }

    private string Fitting(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content is "int") ? HostileText.Number(Chance(80) ? numbers[_random.Next(numbers.Count)] : 1)
        : parameter.ParameterPolicies.Any(policy => policy.Content is "guid") ? Guid.Empty.ToString()
        : Pick("ie", "sales", "ce", "size", "wren-lanternby");

    private string Query() => Chance(60) ? "" : "?" + string.Join('&', Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => $"{Pick(Queries)}={Pick(HostileText.InPath)}"));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
