using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Core.Tests.Requests;
using DeploymentRouter.Decisions;

namespace DeploymentRouter.Core.Tests.Intake;

/// <summary>
/// One question of each kind. Cloud if no certification stands in the way or the Cloud team takes it, One-Click ("joint" in
/// the small playbook) otherwise; whoever is not in Cloud is asked whether it is wanted fast, and then how big the first group is.
/// </summary>
internal static class IntakePlaybook
{
    private static readonly PlaybookQuestion[] Questions =
    [
        Ask("users", new WholeNumberDomain(1, 1_000_000)) with { Label = "Users", Unit = "users", Says = "there will be {value} users" },
        Ask("hosts", new AnyOfDomain(["github", "gitlab"], 1)) with { Values = [Choice("github", "GitHub"), Choice("gitlab", "GitLab")] },
        Ask("certifications", new AnyOfDomain(["soc2", "pci"], 0)) with
        {
            Values = [Choice("soc2", "SOC 2"), Choice("pci", "PCI")],
            None = Choice("none", "None"),
        },
        Ask("blocker", new YesNoDomain()) with
        {
            Label = "Anything else",
            Values = [Choice("yes", "Yes", "something stands against it"), Choice("no", "No", "nothing stands against it")],
            NoteNeededFor = ["yes"],
            Changeable = Changeability.CustomersChoice,
        },
        Ask("verdict", new OneOfDomain(["yes", "later", "no"])) with
        {
            Values =
            [
                Choice("yes", "Yes", "the Cloud team takes it"), Choice("later", "Later", "the Cloud team takes it later"),
                Choice("no", "No", "the Cloud team does not take it"),
            ],
            AnsweredBy = "cloud",
            Changeable = Changeability.OurChoice,
            AskedWhen = new NamedCondition("blocked"),
            AskedWhenText = "Asked when something stands in the way of Cloud.",
        },
        Ask("fast", new YesNoDomain()) with
        {
            Values = [Choice("yes", "Yes", "it is wanted fast"), Choice("no", "No", "there is time")],
            Changeable = Changeability.Time,
            AskedWhen = new Negation(new NamedCondition("cloud_fits")),
        },
        Ask("first_users", new WholeNumberDomain(1, 1_000_000)) with
        {
            Label = "First users",
            Says = "the first group has {value} users",
            WouldBe = "the first group had {value} users",
            Changeable = Changeability.CustomersChoice,
            AskedWhen = new AllOf([new Negation(new NamedCondition("cloud_fits")), Test("fast is yes")]),
            NotAbove = "users",
        },
    ];

    private static readonly PlaybookCondition[] Conditions =
    [
        new("blocked", "blocked", new AnyOf([Test("certifications contains pci"), Test("blocker is yes")]), null, "nothing stands in the way of Cloud"),
        new("cloud_fits", "Cloud fits", new AnyOf([new Negation(new NamedCondition("blocked")), Test("verdict is yes")]), "Cloud is an option", null),
        new("first_fits", "first group fits", new AllOf([Test("fast is yes"), Test("first_users <= 100")]), null, null),
    ];

    private static readonly RoutingRow[] Rows =
    [
        new("R1", new NamedCondition("cloud_fits"), "cloud", null, "Cloud fits."),
        new("R2", new NamedCondition("first_fits"), "quick", null, "The first group can start."),
        new("R3", Formula.Always, "joint", null, "Cloud does not fit."),
    ];

    public static Playbook Value { get; } = Make();

    private static Playbook Make()
    {
        var definition = new RuleSetDefinition(
            [.. Questions.Select(q => new Question(q.Id, q.Domain, q.AskedWhen, q.AnsweredBy, q.Changeable))],
            [.. Conditions.Select(c => new Condition(c.Id, c.When, c.Holds, c.Fails))],
            [.. Rows.Select(r => new Rule(r.Id, r.When, r.StrategyId, r.Because))],
            ["cloud", "quick", "joint"]);
        if (!RuleSet.TryCompile(definition, out var rules, out var faults)) throw new InvalidOperationException(string.Join("; ", faults));
        var small = SmallPlaybook.Value;
        return small with
        {
            Questions = Questions,
            Conditions = Conditions,
            Rows = Rows,
            Strategies = [.. small.Strategies, small.Strategy("joint") with { Id = "quick", Name = "Quick", ShortName = "Quick" }],
            Rules = rules,
        };
    }

    private static PlaybookQuestion Ask(string id, Domain domain) =>
        new(id, "all", $"{id}?", id, "", "", domain, null, [], null, null, "ce", null, null, [], null);

    private static AnswerValue Choice(string id, string label, string? says = null) => new(id, label, says ?? label, null);

    private static Formula Test(string text) =>
        FormulaText.TryParse(text, out var formula, out var error) ? formula : throw new InvalidOperationException(error);
}
