using System.Globalization;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

public class DamagedFileTests
{
    [Fact]
    public void Whatever_happens_to_the_file_it_loads_or_names_faults_inside_it()
    {
        var chance = new Random(20221007);
        for (var round = 0; round < 300; round++)
        {
            var damaged = Damage.Of(DefaultYaml.Text, chance, 1 + (round % 4));
            var load = PlaybookFile.Load(damaged, "damaged.yaml");
            Assert.Equal(load.Playbook is null, load.Faults.Count > 0);
            var lines = damaged.Count(c => c == '\n') + 2;
            Assert.All(load.Faults, fault => Assert.True(
                fault.Line >= 1 && fault.Line <= lines && fault.Column >= 1,
                string.Create(CultureInfo.InvariantCulture, $"round {round}: {fault.Line}:{fault.Column} {fault}")));
        }
    }
}
