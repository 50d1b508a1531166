namespace DeploymentRouter.Decisions.Tests.DefaultPlaybook;

/// <summary>The same policy once more as plain C#, written from its description and not from the rules.</summary>
internal sealed class HandWritten
{
    private const string None = "";

    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);

    public Answer this[string questionId]
    {
        set => answers[questionId] = value;
    }

    public string Strategy()
    {
        var unreachable = Text("code_host_reachability") is "private_link" or "unreachable";
        var soft = Text("hosting_region") is not ("any" or "us") || Has("code_host_types", "unsupported");
        var hard = new[] { "iso27001", "fedramp", "hipaa", "pci" }.Any(one => Has("required_certifications", one))
            || !Is("admin_access_ok") || !Is("audit_logging_ok") || Is("other_cloud_blockers");
        var verdict = hard && !unreachable ? Text("cloud_team_verdict") : None;
        if (!unreachable)
        {
            if (!soft && (!hard || verdict == "supported"))
                return "cloud";
            var mustBuild = (hard && verdict == "will_build") || (soft && (!hard || verdict is "supported" or "will_build"));
            if (mustBuild && Is("customer_waits_for_cloud"))
                return "cloud";
        }
        var oneMachine = Text("hosting_provider") == "aws" && !Is("cluster_required") && !Is("single_machine_issues")
            && Text("own_base_image") != "required_after_challenge"
            && (!Is("image_restrictions") || Text("image_restriction_verdict") == "workable");
        var beyond = Number("users_full") > 20_000 || Number("repos_full") > 200_000;
        if (oneMachine && !beyond)
            return "one-click";
        return oneMachine && Is("wants_production_quickly") && Number("users_initial") <= 20_000 && Number("repos_initial") <= 200_000
            ? "one-click-into-jointly-managed"
            : "jointly-managed";
    }

    private bool Is(string id) => ((YesNoAnswer)answers[id]).Value;

    private string Text(string id) => ((ChoiceAnswer)answers[id]).Value;

    private long Number(string id) => ((NumberAnswer)answers[id]).Value;

    private bool Has(string id, string value) => ((ChoicesAnswer)answers[id]).Values.Contains(value);
}
