using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DeploymentRouter.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DeploymentRouter.Web.Tests.Hosting;

/// <summary>How the application is configured to be put on a network.</summary>
public sealed class ProtectionTests : IDisposable
{
    private const string Password = "lantern";
    private readonly string _directory = Directory.CreateTempSubdirectory("router-").FullName;

    [Fact]
    public async Task Keys_are_encrypted_with_the_certificate_and_are_read_with_it_again()
    {
        var file = Certificate();
        var builder = Builder((KeyProtection.CertificateKey, file), (KeyProtection.PasswordKey, Password));
        builder.AddKeyProtection(new DataDirectory(_directory));
        string text;
        await using (var app = builder.Build())
        {
            text = app.Services.GetDataProtector("test").Protect("a secret");
        }

        var key = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_directory, "keys"))));
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        var again = Builder((KeyProtection.CertificateKey, file), (KeyProtection.PasswordKey, Password));
        again.AddKeyProtection(new DataDirectory(_directory));
        await using var later = again.Build();
        Assert.Equal("a secret", later.Services.GetDataProtector("test").Unprotect(text));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public void A_certificate_that_cannot_be_read_stops_the_start_with_its_name(string? password)
    {
        var file = Certificate();
        var builder = Builder((KeyProtection.CertificateKey, file), (KeyProtection.PasswordKey, password));

        var refusal = Assert.Throws<StartRefusedException>(() => builder.AddKeyProtection(new DataDirectory(_directory)));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_its_owner_reads_the_directory_of_keys()
    {
        if (OperatingSystem.IsWindows()) return;
        Builder().AddKeyProtection(new DataDirectory(_directory));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_directory, "keys")));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("router.example;*")]
    [InlineData("*:443")]
    [InlineData("0.0.0.0")]
    [InlineData("0.0.0.0:5000")]
    [InlineData("[::]")]
    [InlineData("[::]:443")]
    [InlineData("::")]
    [InlineData("[::ffff:0.0.0.0]")]
    [InlineData("*.")]
    [InlineData("*.com")]
    [InlineData("router.*")]
    [InlineData("router.example; *.*.example")]
    [InlineData(null)]
    public void On_a_server_it_wants_to_know_its_name(string? hosts) =>
        Assert.Contains("AllowedHosts", Assert.Throws<StartRefusedException>(() => Builder((ProductionChecks.HostsKey, hosts)).CheckHosts()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("router.example;localhost")]
    [InlineData("10.0.0.7;[fd00::7]")]
    [InlineData("*.pebbleworks.example")]
    public void On_a_server_with_a_name_it_starts(string hosts) => Builder((ProductionChecks.HostsKey, hosts)).CheckHosts();

    [Theory]
    [InlineData("nginx")]
    [InlineData("10.0.0.0/99")]
    public void A_proxy_is_an_address_or_a_network(string text) =>
        Assert.Contains(text, Assert.Throws<StartRefusedException>(() => Builder((Proxies.Key, text)).AddProxies()).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static WebApplicationBuilder Builder(params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        return builder;
    }

    private string Certificate()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(_directory, "keys.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, Password));
        return file;
    }
}
