using DeploymentRouter.Core.Intake;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Decisions;
using DeploymentRouter.Persistence.Playbooks;
using Xunit.Abstractions;

namespace DeploymentRouter.Persistence.Tests.Intake;

public class Explore(ITestOutputHelper o)
{
    [Fact]
    public void Look()
    {
        var p = PlaybookFile.LoadDefault().Require();
        var reader = new IntakeReader(p);
        var d = Draft.Start(Guid.NewGuid(), "x", DateTime.UtcNow);
        void Set(string k, string v) => d = d.With("answer." + k, v, int.MaxValue, DateTime.UtcNow).Draft;
        void Show(string t)
        {
            var sw = System.Diagnostics.Stopwatch.StartNew();
            var r = reader.Read(d, new DateOnly(2026, 11, 24));
            var h = new Hinges(p, r.Answers, r.Decision);
            var lines = r.Decision.Possible.Select(x => $"{x}: {h.Of(x)}").ToList();
            var why = p.Rules.WhyNot(r.Answers).Select(w => $"OUT {w.Outcome}: {Wording.Plain(Wording.SayAll(p, w.Reasons, r.Answers))}").ToList();
            var e = sw.Elapsed;
            o.WriteLine($"== {t} {e.TotalMilliseconds:N1} ms; open {string.Join(",", r.Decision.Open.Select(q => q.Id))}");
            lines.ForEach(o.WriteLine); why.ForEach(o.WriteLine);
            foreach (var q in p.Questions.Where(q => r.Asking[q.Id] != Asking.Asked)) o.WriteLine($"   {r.Asking[q.Id]} {q.Id}: {Wording.Plain(new WhyNotAsked(p, r.Answers).Of(q.Id))}");
            foreach (var x in r.Problems) o.WriteLine("   ! " + x);
        }
        Show("empty"); Show("empty again");
        Set("users_full", "14,500"); Set("repos_full", "62 000"); Set("required_certifications", "iso27001,soc2"); Set("admin_access_ok", "yes"); Set("audit_logging_ok", "?"); Set("other_cloud_blockers", "no");
        Show("cloud fit");
        Set("hosting_region", "eu"); Set("code_host_types", "github"); Set("code_host_reachability", "allowlist");
        Show("eu");
        Set("hosting_provider", "aws"); Set("cluster_required", "no"); Set("single_machine_issues", "no"); Set("own_base_image", "not_required"); Set("image_restrictions", "no");
        Show("aws");
        Set("users_full", "?"); Show("users open");
        Set("users_full", "14500"); Set("image_restrictions", "yes"); Show("restr");
        Set("customer_waits_for_cloud", "no"); Show("no wait");
        Set("users_full", "34500"); Show("many");
        Set("image_restrictions", "no"); Show("many");
        Set("wants_production_quickly", "yes"); Set("users_initial", "40000"); Set("repos_initial", "100"); Show("quick");
        Set("users_full", "34"); Show("few again");
        Set("required_certifications", "-"); Set("audit_logging_ok", "yes"); Set("hosting_region", "us"); Set("other_cloud_blockers", "yes"); Show("cloud");
        Set("other_cloud_blockers", "no"); Show("cloud");
    }
}
