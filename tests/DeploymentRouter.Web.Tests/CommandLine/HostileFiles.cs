using System.Text;

namespace DeploymentRouter.Web.Tests.CommandLine;

/// <summary>Files that somebody made to hurt, or that went wrong on the way.</summary>
internal static class HostileFiles
{
    private const int AlmostFull = 1024 * 1024 - 100;

    public static byte[] Make(string kind) => kind switch
    {
        "huge" => new byte[50 * 1024 * 1024],
        "deep brackets" => Text("name: x\nteams: " + new string('[', AlmostFull)),
        "deep braces" => Text("name: x\nteams: " + Repeated(AlmostFull / 4, _ => "{a: ")),
        "deep lists" => Text("name: x\nteams:\n  " + Repeated(AlmostFull / 2, _ => "- ")),
        "deep indentation" => Text("teams:\n" + Repeated(1_400, i => new string(' ', i + 1) + "a:\n")),
        "itself" => Text("name: &a [*a]\n"),
        "alias bomb" => Text("a: &a [x, x]\n" + Repeated(25, i => $"{(char)('b' + i)}: &{(char)('b' + i)} [*{(char)('a' + i)}, *{(char)('a' + i)}]\n")),
        "not UTF-8" => [.. Text(Default[..5_000]), 0xFF, 0xFE, .. Text(Default[5_000..])],
        "UTF-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Default)],
        "zeros" => new byte[AlmostFull],
        "half written" => Text(Default[..30_000]),
        "half a list" => Text(Default[..(Default.IndexOf("owners: [cloud", StringComparison.Ordinal) + 12)]),
        "open quote" => Text("name: \"" + new string('x', AlmostFull)),
        "many keys" => Text(Repeated(90_000, i => $"k{i}: v\n")),
        "keys in braces" => Text("{" + Repeated(70_000, i => $"a{i}: b, ") + "z: z}"),
        "10,000 rows" => WithRows(10_000, i => $"when: users_full is {i + 1}"),
        "unknown conditions" => Text(After("conditions:\n", Repeated(17_000, i => $"  c{i}:\n    name: c\n    when: d{i}\n"))),
        "too many stages" => Text(After("strategies:\n", "  s:\n    stages:\n" + Repeated(17_000, i => $"      s{i}:\n        same_as: one-click.live\n"))),
        "too many kinds of answers" => WithRows(1_990, i => $"when: users_full is {7 * i + 1}"),
        "exploding diagram of pairs" => Exploding(questions: 100, values: 2, rows: 300, tests: 3),
        "exploding diagram of choices" => Exploding(questions: 24, values: 6, rows: 1_000, tests: 5),
        "exploding diagram of few rows" => Exploding(questions: 200, values: 2, rows: 100, tests: 2),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Default => PlaybookRun.DefaultYaml;

    private static byte[] WithRows(int count, Func<int, string> when) =>
        Text(After("routing:\n", Repeated(count, i => $"  N{i}:\n    {when(i)}\n    strategy: cloud\n    because: x.\n")));

    private static byte[] Exploding(int questions, int values, int rows, int tests)
    {
        var chance = new Random(20221007);
        var asked = Repeated(questions, i =>
            $"  b{i}:\n    topic: size\n    answered_by: ce\n    wording: w?\n    label: l\n    why_we_ask: w\n    answer: one of\n    values:\n"
            + Repeated(values, v => $"      v{v}:\n        label: v\n        says: s\n"));
        var table = Repeated(rows, i =>
        {
            var order = Enumerable.Range(0, questions).ToArray();
            chance.Shuffle(order);
            return $"  N{i}:\n    when:\n      all:\n" + Repeated(tests, t => $"        - b{order[t]} is v{chance.Next(values)}\n")
                + $"    strategy: {(i % 2 == 0 ? "cloud" : "one-click")}\n    because: x.\n";
        });
        return Text(After("questions:\n", asked).Replace("\nrouting:\n", "\nrouting:\n" + table, StringComparison.Ordinal));
    }

    private static string After(string heading, string lines) => Default.Replace($"\n{heading}", $"\n{heading}{lines}", StringComparison.Ordinal);

    private static string Repeated(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
