using System.Text;
using Bunit;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;
using DeploymentRouter.Web.Features.Playbooks;
using DeploymentRouter.Web.Features.Playbooks.Proof;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DeploymentRouter.Web.Tests.Features.Playbooks;

/// <summary>The playbook page over playbooks that are right and over some that were broken on purpose.</summary>
public sealed class ProofPagesTests : BunitContext
{
    [Fact]
    public void The_default_playbook_is_proven_sound_in_words_with_how_many_combinations_and_how_long_it_took()
    {
        var page = Open("proof");
        Assert.Equal("Proven sound", page.Find("#verdict").TextContent);
        Assert.Matches("Looked at all [0-9,]{20,} combinations of answers to 20 questions, today 10:38, in .* s[.]", Flat(page.Find("header .muted").TextContent));
        Assert.Equal(
            [
                "Every combination of answers has exactly one outcome.",
                "Each of the 5 rows can decide, and no row is hidden by earlier ones.",
                "Each of the 14 conditions can matter.",
                "Each of the 20 questions can matter.",
                "Every question that can matter can be asked.",
                "A question that is not asked never influences the outcome.",
                "All 10 laws hold.",
                "All 17 tests pass.",
            ],
            page.FindAll(".lines li").Select(line => line.TextContent.Trim()));
        Assert.Empty(page.FindAll(".finding"));
        Assert.Empty(page.FindAll(".wrong-count"));
    }

    [Fact]
    public void The_shares_of_the_rows_add_up_to_all_combinations()
    {
        var page = Open("proof");
        var counts = page.FindAll("tbody td:nth-child(3)").Select(cell => Number(cell.TextContent)).ToList();
        Assert.Equal(5, counts.Count);
        Assert.Equal(Number(page.Find("header .num").TextContent), counts.Aggregate((sum, count) => sum + count));
    }

    [Fact]
    public void Beside_each_row_stands_what_it_decides_and_which_tests_reach_it()
    {
        var page = Open(null);
        var facts = page.FindAll(".dt tbody tr").Select(row => row.QuerySelectorAll(".fact")).ToList();
        Assert.All(facts, fact => Assert.Matches("%$", fact[0].QuerySelector(".num")!.TextContent));
        var links = facts.Select(fact => fact[1].QuerySelector("a")!).ToList();
        Assert.Equal("/playbook/tests?row=R1", links[0].GetAttribute("href"));
        var decided = links.Sum(link => int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(decided, 5, 17);
        Assert.Equal(8, page.FindAll("aside .lines li").Count);
    }

    [Fact]
    public void A_row_that_no_test_reaches_is_marked()
    {
        const string untested = "  R1b:\n    when:\n      all:\n        - users_full is 123\n        - hosting_provider is own_data_center\n    strategy: cloud\n    because: Nobody tests this.\n  R2:\n    when:\n";
        var broken = Changed("  R2:\n    when:\n", untested);
        var page = Open(null, broken);
        Assert.Equal("none", page.FindAll(".dt tbody tr")[1].QuerySelector(".end .warn")!.TextContent.Trim());
        page.Render(one => one.Add(p => p.Part, "tests"));
        Assert.StartsWith("No test reaches R1b.", page.Find(".banner .says").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_row_is_a_finding_with_its_place_a_sentence_and_a_case_in_words()
    {
        var page = Open("proof", Changed(
            "  R3:\n    when:\n",
            "  R2b:\n    when:\n      all:\n        - cloud_is_an_option\n        - hosting_region is us\n    strategy: one-click\n    because: Hidden.\n  R3:\n    when:\n"));
        Assert.Equal("1 finding", page.Find("#verdict").TextContent);
        var finding = page.Find(".finding");
        Assert.Equal("A row is hidden by earlier ones", finding.QuerySelector("b")!.TextContent);
        Assert.Equal("routing.R2b", finding.QuerySelector("code")!.TextContent);
        Assert.Contains("The row R2b never decides: wherever it holds, R1 or R2 decides before it", finding.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(finding.QuerySelectorAll(".case div"), pair => Flat(pair.TextContent).Contains("Where the data must stay", StringComparison.Ordinal));
        Assert.Contains(page.FindAll(".lines .late"), _ => true);
        Assert.Contains("A row or a strategy is never reached. 1 finding.", page.Find(".lines").TextContent, StringComparison.Ordinal);
        Assert.Equal("1 wrong", Flat(page.Find("[href='/playbook/proof'] .wrong-count").TextContent));
        Assert.Equal("nothing", page.FindAll("tbody tr")[2].LastElementChild!.TextContent);
    }

    [Fact]
    public void Rows_that_overlap_come_with_a_row_that_would_help()
    {
        var page = Open("proof", Changed("hit_policy: first\n", "hit_policy: unique\n"));
        var finding = page.FindAll(".finding").First(one => one.QuerySelector("pre") is not null);
        Assert.Equal("Two rows hold together", finding.QuerySelector("b")!.TextContent);
        Assert.Contains("when:", finding.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(finding.QuerySelector("pre")!.TextContent, finding.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
    }

    [Fact]
    public void A_refuted_law_shows_the_case_that_breaks_it()
    {
        var page = Open("laws", Changed("    never: cloud\n  cloud_when_clear:", "    never: jointly-managed\n  cloud_when_clear:"));
        Assert.Equal("10 laws: 1 refuted", page.Find("#laws").TextContent);
        var law = page.Find("#no_cloud_without_reach");
        Assert.Equal("Refuted", law.QuerySelector(".state")!.TextContent);
        Assert.Contains("never Jointly Managed", Flat(law.QuerySelector(".formula")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("It comes out as Jointly Managed by R5 when:", law.QuerySelector(".shown p")!.TextContent);
        Assert.NotEmpty(law.QuerySelectorAll(".case div"));
        Assert.Equal(9, page.FindAll(".law .ok").Count);
    }

    [Fact]
    public void A_refuted_law_about_more_shows_two_cases_side_by_side()
    {
        var page = Open("laws", Changed("    more: users_full\n    never_toward: one-click\n", "    more: users_full\n    never_toward: jointly-managed\n"));
        Assert.Matches(
            "^Users at full roll-out: 20,000 comes out as One-Click by R3, and Users at full roll-out: 20,001 comes out as .*, all else alike:$",
            page.Find("#more_users .shown p").TextContent);
    }

    [Fact]
    public void A_failing_test_says_what_came_instead_and_keeps_its_answers_behind_a_summary()
    {
        var page = Open("tests", Changed("    when: users_full > 20,000\n", "    when: users_full > 20,001\n"));
        Assert.Equal("17 tests: 1 fails", page.Find("#tests").TextContent);
        var test = page.Find("#one_user_too_many");
        Assert.Equal("Failed", test.QuerySelector(".state")!.TextContent);
        Assert.Equal("Expects Jointly Managed by R5. Reaches R3.", test.QuerySelector("p")!.TextContent);
        Assert.Equal("Expected Jointly Managed by R5, but R3 leads to One-Click.", test.QuerySelector(".failure")!.TextContent);
        Assert.Contains("Users at full roll-out20,001", test.QuerySelector("details dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 wrong", Flat(page.Find("[href='/playbook/tests'] .wrong-count").TextContent));
    }

    [Fact]
    public void The_tests_of_one_row_can_be_seen_alone()
    {
        var page = Open("tests");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/playbook/tests?row=R2");
        page.WaitForAssertion(() => Assert.Matches("^[0-9]+ tests? reach(es)? R2$", page.Find("#tests").TextContent));
        Assert.All(page.FindAll(".test p.muted"), text => Assert.EndsWith("Reaches R2.", text.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void What_passes_a_ceiling_is_said_to_be_not_proven_and_never_wrong()
    {
        var proven = Core.Proving.ProvenPlaybook.Of(Default);
        var open = new Core.Proving.ProofFinding("not_proven", "routing", "The diagram is past MaxNodes (1,000,000).", null, null);
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        var page = Render<ProofPart>(part => part.Add(p => p.Proven, proven with { Proof = proven.Proof with { Findings = [open], Shares = [] } }));
        Assert.Equal("Not proven", page.Find("#verdict").TextContent);
        Assert.Equal("Not proven: every combination of answers has exactly one outcome.", page.FindAll(".lines li")[0].TextContent.Trim());
        Assert.Contains("MaxNodes (1,000,000)", page.Find(".finding p").TextContent, StringComparison.Ordinal);
        Assert.All(page.FindAll("tbody tr"), row => Assert.Equal("not counted", row.LastElementChild!.TextContent));
        Assert.Empty(page.FindAll(".late"));
    }

    [Fact]
    public void While_the_proof_is_under_way_the_table_is_there_already()
    {
        var page = Render<RoutingPart>(part => part.Add(p => p.Playbook, Default));
        Assert.Equal(5, page.FindAll(".dt tbody tr").Count);
        Assert.Equal(10, page.FindAll(".fact[aria-busy]").Count);
        Assert.Equal("Proving the playbook", page.Find("aside [role=status]").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_playbook_is_proven_once_however_many_look()
    {
        var proofs = new PlaybookProofs(new FakeTimeProvider());
        var first = await proofs.OfAsync(Default);
        Assert.Same(first, await proofs.OfAsync(PlaybookFile.LoadDefault().Require()));
        Assert.NotSame(first, await proofs.OfAsync(Changed("hit_policy: first\n", "hit_policy: unique\n")));
    }

    private static Playbook Default { get; } = PlaybookFile.LoadDefault().Require();

    private IRenderedComponent<PlaybookPage> Open(string? part, Playbook? playbook = null)
    {
        Services.AddSingleton(new PlaybookInForce(playbook ?? Default));
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 38, 0, TimeSpan.Zero));
        Services.AddSingleton<TimeProvider>(time);
        Services.AddSingleton<PlaybookProofs>();
        var page = Render<PlaybookPage>(one => one.Add(p => p.Part, part));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy]")), TimeSpan.FromSeconds(20));
        return page;
    }

    /// <summary>The default playbook with one text, which must be there exactly once, replaced.</summary>
    private static Playbook Changed(string right, string wrong)
    {
        var yaml = Encoding.UTF8.GetString(PlaybookFile.DefaultBytes());
        Assert.Equal(2, yaml.Split(right).Length);
        return PlaybookFile.Load(yaml.Replace(right, wrong, StringComparison.Ordinal), "changed.yaml").Require();
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static System.Numerics.BigInteger Number(string text) =>
        System.Numerics.BigInteger.Parse(text, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
}
