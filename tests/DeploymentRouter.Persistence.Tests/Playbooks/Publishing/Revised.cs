using System.Text;
using DeploymentRouter.Core.Playbooks;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks.Publishing;

/// <summary>Later versions of the default playbook.</summary>
internal static class Revised
{
    /// <summary>Customers who need PCI are not asked for a verdict any more.</summary>
    public static (string, string) PciIsFine { get; } = ("contains any of [iso27001, fedramp, hipaa, pci]", "contains any of [iso27001, fedramp, hipaa]");

    /// <summary>The Cloud team takes two days to review.</summary>
    public static (string, string) SlowReview { get; } = (
        "        done_by: Accept\n        targets:\n          - within: 24 hours\n", "        done_by: Accept\n        targets:\n          - within: 48 hours\n");

    /// <summary>Another stage stands where the Cloud team reviewed.</summary>
    public static (string, string) NoCloudReview { get; } = ("\n      cloud_review:\n", "\n      look_by_cloud:\n");

    /// <summary>Nobody tries an instance out any more.</summary>
    public static (string, string) NoTrial { get; } = (
        "    trial:\n      applies_when:\n        field: instance_type\n        is: trial\n      days: 30\n      # [J] Within five days of its end somebody extends it, converts it or tears it down.\n      decide:\n        within: 5 calendar days\n", "");

    /// <summary>A version with nothing else changed but its number and these texts.</summary>
    public static byte[] Yaml(int version, params (string Old, string New)[] changes)
    {
        var text = DefaultYaml.Replace("\nversion: 1\n", FormattableString.Invariant($"\nversion: {version}\n"));
        foreach (var (old, @new) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, @new, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    public static Playbook Read(byte[] utf8) => PlaybookFile.Load(utf8, "revised.yaml").Require();
}
