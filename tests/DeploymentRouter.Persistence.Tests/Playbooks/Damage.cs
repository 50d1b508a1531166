namespace DeploymentRouter.Persistence.Tests.Playbooks;

/// <summary>What editors, merges and half-finished uploads do to a file.</summary>
internal static class Damage
{
    private const string Letters = "abz09 \n\t:-[]{}#&*!|>'\"%@`,?_\u00e9\u2028";

    public static string Of(string text, Random chance, int times)
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
