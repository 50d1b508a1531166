using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks.Yaml;

namespace DeploymentRouter.Persistence.Playbooks.Reading;

/// <summary>A playbook as it was read; what it lacks is its rules, compiled.</summary>
internal sealed record ReadPlaybook(PlaybookRules Rules, Func<RuleSet, Playbook> With);

/// <summary>Reads a whole playbook, part by part.</summary>
internal static class PlaybookReader
{
    public static ReadPlaybook Read(YamlMap top, string hash, FaultList faults)
    {
        var file = new MapReader(top, faults);
        var formulas = new FormulaReader(faults, faults);
        var lawFormulas = new FormulaReader(faults, faults.As(PlaybookFault.LawReference));
        var routing = new RoutingReader(file, formulas);

        var name = file.Text("name");
        var version = (int)file.Number("version", 1, int.MaxValue);
        var teams = TeamsReader.Teams(file);
        var teamIds = new Ids("team", teams.Select(team => team.Id));
        var calendars = CalendarsReader.Read(file);
        var topics = TeamsReader.Topics(file);
        var topicIds = new Ids("topic", topics.Select(topic => topic.Id));
        var questions = new QuestionsReader(formulas).Read(file, teamIds, topicIds);
        var questionIds = new Ids("question", questions.Select(question => question.Id));
        var plans = new StrategiesReader(file, teamIds, new StageReader(teamIds, questionIds, calendars), new OperationsReader(teamIds, questionIds, calendars));
        var strategies = plans.Strategies();
        var strategyIds = new Ids("strategy", strategies.Select(strategy => strategy.Id));
        var conditions = routing.Conditions(questionIds);
        var rows = routing.Rows(strategyIds);
        var hitPolicy = file.OneOf("hit_policy", required: false, ("first", HitPolicy.First), ("unique", HitPolicy.Unique));
        var flags = routing.Flags(questionIds, strategyIds);
        var laws = new LawsReader(lawFormulas, questions, strategyIds).Read(file);
        var tests = new TestsReader(questions, rows, strategies).Read(file);
        var commonStages = plans.CommonStages();
        var overrides = TeamsReader.Reasons(file, "override_reasons");
        var declines = TeamsReader.Reasons(file, "decline_reasons");
        var holds = TeamsReader.OptionalReasons(file, "hold_reasons");
        var growth = GrowthReader.Read(file, strategies, overrides);
        var priority = PriorityReader.Read(file);
        var conditionIds = new Ids("condition", conditions.Select(condition => condition.Id));
        formulas.CheckNames(questionIds, conditionIds);
        lawFormulas.CheckNames(questionIds, conditionIds);
        file.End();

        var rules = new PlaybookRules(
            questions, strategies, Rules.Define(questions, conditions, rows, flags, strategies, hitPolicy), laws);
        return new ReadPlaybook(rules, compiled => new Playbook(
            name, version, hash, teams, topics, questions, conditions, rows, flags, strategies, commonStages,
            overrides, declines, calendars, growth, priority, compiled)
        {
            Laws = laws,
            Tests = tests,
            HoldReasons = holds,
        });
    }
}
