namespace DeploymentRouter.Web.Components.Parts;

public static class AvatarText
{
    /// <summary>First letters of the first and last word: "Wren Lanternby" is WL, "Wren" is W.</summary>
    public static string Initials(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => "?",
        [var only] => Letter(only),
        [var first, .., var last] => Letter(first) + Letter(last),
    };

    private static string Letter(string word) => word[..(char.IsSurrogate(word[0]) ? 2 : 1)].ToUpperInvariant();
}
