using System.Globalization;

namespace DeploymentRouter.Web.Tests.Hostile;

/// <summary>Values that break programs which believe what they are sent.</summary>
internal static class HostileText
{
    /// <summary>As they stand in JSON between quotes.</summary>
    public static readonly string[] InJson =
    [
        "", " ", "\\u0000", "a\\u0000b", "\\u001b[31m", "\\ud800", "\\udc00\\ud800", "\\uFFFF", "\\u202egnp.exe",
        "'; DROP TABLE Requests; --", "1' OR '1'='1", "%' OR 1=1 --", "\\\" OR \\\"\\\"=\\\"", "Robert'); DELETE FROM Audit;--",
        "<script>window.pwned=1</script>", "\\\"><img src=x onerror=window.pwned=1>", "javascript:alert(1)", "{{7*7}}", "${jndi:ldap://x}", "@(1+1)",
        "=cmd|' /C calc'!A0", "../../../../etc/passwd", "..\\\\..\\\\windows\\\\win.ini", "%00", "%0d%0aSet-Cookie:%20a=b", "\\r\\nLocation: x",
        "2026-13-45", "0001-01-01", "9999-12-31", "-1", "1e400", "NaN", "00000000-0000-0000-0000-000000000000", "null", "true", "[]", "İ", "ﷺ", "👩🏽‍💻",
    ];

    /// <summary>As they stand in an address.</summary>
    public static readonly string[] InPath =
    [
        "%00", "a%00b", "..%2f..%2fetc%2fpasswd", "%2e%2e", "%252e%252e%252f", "....//", "%5c..%5c", "%ff%fe", "%c0%af", "%ed%a0%80", "%F0%9F%92%A9", "'%20OR%201=1--", "%3Cscript%3E",
        "-1", "0", "2147483648", "99999999999999999999", "1.5", "1e9", "00000000-0000-0000-0000-000000000000", "null", "undefined", "*", "%20", "%0d%0a", "a;b=c", "con", "%",
        "%zz", "~", "$metadata", ".git", "web.config", "%7b0%7d", "\u00e4",
    ];

    public static readonly string[] Numbers =
        ["0", "-1", "1", "2147483647", "2147483648", "9223372036854775808", "-9223372036854775809", "1e308", "1e309", "-0", "0.1", "1E-400", "99999999999999999999999999999999999", "007", "+1", "0x10", "\"1\"", "null", "true", "[]", "{}"];

    public static readonly string[] Bodies =
    [
        "", " ", "{", "}", "[", "]", "null", "true", "0", "\"\"", "{}", "[]", "[{}]", "{\"a\":1}", "{\"a\":1,\"a\":2}", "{\"__proto__\":{}}", "{\"$type\":\"System.IO.FileInfo\"}", "\u0000", "\uFEFF{}", "{'a':1}", "{a:1}", "{\"a\":}", "{\"a\":1,}", "/*x*/{}",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "a=1&b=2", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--",
    ];

    public static readonly string[] ContentTypes =
    [
        "application/json", "application/json", "application/json", "application/json; charset=utf-8", "application/json; charset=nonsense", "application/json; charset=utf-16", "text/json", "text/plain", "application/xml", "application/x-www-form-urlencoded",
        "multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; boundary=\"\"", "application/octet-stream", "nonsense", "", "a/b/c", "text/csv", "application/x-ndjson", "application/problem+json",
    ];

    public static string Deep(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    public static string DeepList(int depth) => new string('[', depth) + new string(']', depth);

    public static string Long(int length) => new('x', length);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
