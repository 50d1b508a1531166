using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DeploymentRouter.Web.SignIn.SetUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace DeploymentRouter.Browser.Tests;

/// <summary>The application as it starts on somebody's server, over HTTPS: nobody is in it.</summary>
public sealed class ProductionSite : Site
{
    private readonly X509Certificate2 _certificate = SelfSigned();

    public string SetUpCode => Services.GetRequiredService<SetUpCode>().Text;

    protected override string Environment => "Production";

    protected override void Secure(ListenOptions port) => port.UseHttps(_certificate);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
