using DeploymentRouter.Core.People;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Requests;

/// <summary>
/// A playbook small enough to keep in mind. Cloud when the customer may (and the Cloud team agrees, if it must be asked);
/// otherwise Joint: CE request, IE review, TPM plan, hand-over to TAM, open-ended life.
/// </summary>
internal static class SmallPlaybook
{
    public static readonly Person Ce = new("ce-1", "Cora", "ce", false);
    public static readonly Person OtherCe = new("ce-2", "Cyril", "ce", false);
    public static readonly Person Sales = new("sales-1", "Sol", "sales", false);
    public static readonly Person Cloud = new("cloud-1", "Claire", "cloud", false);
    public static readonly Person Ie = new("ie-1", "Iris", "ie", false);
    public static readonly Person OtherIe = new("ie-2", "Ivo", "ie", false);
    public static readonly Person Tpm = new("tpm-1", "Tess", "tpm", false);
    public static readonly Person Tam = new("tam-1", "Tam Lin", "tam", false);
    public static readonly Person Admin = new("admin-1", "Ada", "", true);

    public static Playbook Value { get; } = Make();

    private static Playbook Make()
    {
        Question[] questions =
        [
            new("cloud_allowed", new OneOfDomain(["yes", "no", "ask"]), null, "ce"),
            new("cloud_verdict", new YesNoDomain(), Is("cloud_allowed", "ask"), "cloud"),
        ];
        Formula cloud = new AnyOf([Is("cloud_allowed", "yes"), Is("cloud_verdict", "yes")]);
        Rule[] rules =
        [
            new("R1", cloud, "cloud", "Cloud may be used."),
            new("R2", Formula.Always, "joint", "Cloud may not be used."),
        ];
        if (!RuleSet.TryCompile(new RuleSetDefinition(questions, [], rules, ["cloud", "joint"]), out var compiled, out var faults))
            throw new InvalidOperationException(string.Join("; ", faults));

        return new Playbook(
            "Small playbook",
            1,
            "hash",
            [.. new[] { "cloud", "ce", "sales", "ie", "tpm", "tam" }.Select(id => new Team(id, id.ToUpperInvariant(), id))],
            [new Topic("all", "All", "")],
            [
                new PlaybookQuestion(
                    "cloud_allowed", "all", "May it be Cloud?", "Cloud allowed", "", "", questions[0].Domain, null,
                    [new("yes", "Yes", "Cloud is allowed", null), new("no", "No", "Cloud is not allowed", null), new("ask", "Ask", "Cloud must be asked", null)],
                    null, null, "ce", null, null, [], null),
                new PlaybookQuestion(
                    "cloud_verdict", "all", "Will Cloud take it?", "Cloud's verdict", "", "", questions[1].Domain, null,
                    [new("yes", "Yes", "Cloud takes it", null), new("no", "No", "Cloud does not take it", null)],
                    null, null, "cloud", questions[1].AskedWhen, "Asked when Cloud must be asked.", [], null),
            ],
            [],
            [new RoutingRow("R1", cloud, "cloud", null, "Cloud may be used."), new RoutingRow("R2", Formula.Always, "joint", null, "Cloud may not be used.")],
            [],
            [
                new Strategy("cloud", "Cloud", "Cloud", "", ["cloud"],
                [
                    Stage("cloud_request", StageKind.Work, "ce") with { AlsoByTeamIds = ["sales"] },
                    Stage("cloud_build", StageKind.Work, "cloud"),
                ]),
                new Strategy("joint", "Joint", "Joint", "", ["ce", "ie", "tpm"],
                [
                    Stage("ie_request", StageKind.Work, "ce") with
                    {
                        Fields =
                        [
                            new FormField("tdd", "Technical design", null, FieldKind.Link, true, null, null, []),
                            new FormField("seats", "Seats", null, FieldKind.Number, false, 1, 100, []),
                            new FormField("signed_on", "Signed on", null, FieldKind.Date, false, null, null, []),
                        ],
                    },
                    Stage("qualification", StageKind.Review, "ie") with
                    {
                        Targets = [new StageTarget(new WorkingDays(3), "office", null, null, null)],
                    },
                    Stage("kick_off", StageKind.Work, "ie") with { ExitCriteria = [new("met", "Everybody met"), new("signed", "Design signed")] },
                    Stage("plan", StageKind.Work, "tpm"),
                    Stage("hand_over", StageKind.HandOver, "tpm") with
                    {
                        ReceiverTeamId = "tam",
                        Fields = [new FormField("address", "Address", null, FieldKind.Link, true, null, null, [])],
                    },
                    Stage("live", StageKind.OpenEnded, "tam"),
                ]),
            ],
            new CommonStages(Stage("answers", StageKind.Work, "ce"), Stage("after_decline", StageKind.Work, "ce")),
            [new ReasonCode("customer_insists", "The customer insists")],
            [new ReasonCode("too_small", "Too small")],
            [
                new WorkCalendar(
                    "office", "Office", "UTC",
                    [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
                    new TimeOnly(7, 0), new TimeOnly(22, 0), []),
            ],
            new GrowthTriggers(20_000, 200_000, new(75, 180), new(90, 90)),
            new PriorityWeights(
                new Dictionary<string, int>(), new([], [], 0, 0), new([], []), new Dictionary<string, int>(), new Dictionary<Engagement, int>()),
            compiled!);
    }

    private static AnswerTest Is(string question, string value) => new(question, new IsOneOf([value]));

    private static Stage Stage(string id, StageKind kind, string owner) => new(id, id, kind, owner, [], null, "Complete", [], [], []);
}
