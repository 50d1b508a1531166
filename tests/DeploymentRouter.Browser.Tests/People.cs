namespace DeploymentRouter.Browser.Tests;

/// <summary>The demo people, by what they are.</summary>
internal static class People
{
    public const string Ce = "wren-lanternby";
    public const string OtherCe = "otis-fernhollow";
    public const string Sales = "juniper-goldfinch";
    public const string Cloud = "skye-nimbus";
    public const string Ie = "bram-copperkettle";
    public const string OtherIe = "tansy-ironbark";
    public const string Tpm = "felix-plumbline";
    public const string Tam = "hazel-evergreen";
    public const string Admin = "quill-mossgate";
}
