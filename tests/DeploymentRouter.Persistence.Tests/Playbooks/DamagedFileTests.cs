using System.Globalization;
using DeploymentRouter.Persistence.Playbooks;

namespace DeploymentRouter.Persistence.Tests.Playbooks;

public class DamagedFileTests
{
    private const string Letters = "abz09 \n\t:-[]{}#&*!|>'\"%@`,?_\u00e9\u2028";

    [Fact]
    public void Whatever_happens_to_the_file_it_loads_or_names_faults_inside_it()
    {
        var chance = new Random(20221007);
        for (var round = 0; round < 300; round++)
        {
            var damaged = Damage(DefaultYaml.Text, chance, 1 + (round % 4));
            var load = PlaybookFile.Load(damaged, "damaged.yaml");
            Assert.Equal(load.Playbook is null, load.Faults.Count > 0);
            var lines = damaged.Count(c => c == '\n') + 2;
            Assert.All(load.Faults, fault => Assert.True(
                fault.Line >= 1 && fault.Line <= lines && fault.Column >= 1,
                string.Create(CultureInfo.InvariantCulture, $"round {round}: {fault.Line}:{fault.Column} {fault}")));
        }
    }

    private static string Damage(string text, Random chance, int times)
    {
        for (; times > 0; times--)
        {
            var at = chance.Next(text.Length);
            text = chance.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(chance.Next(1, 60), text.Length - at)),
                1 => text.Insert(at, Letters[chance.Next(Letters.Length)].ToString()),
                2 => text[..at],
                _ => text.Insert(chance.Next(text.Length), text.Substring(at, Math.Min(chance.Next(1, 200), text.Length - at))),
            };
        }
        return text;
    }
}
