using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace DeploymentRouter.Web.Hosting;

/// <summary>The keys that sign cookies and links: kept in the data directory, encrypted with a certificate where one is configured.</summary>
public static class KeyProtection
{
    /// <summary>Names a PFX file with a private key (RSA).</summary>
    public const string CertificateKey = "DataProtection:Certificate";

    public const string PasswordKey = "DataProtection:Password";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="StartRefusedException">The certificate cannot be read.</exception>
    public static void AddKeyProtection(this WebApplicationBuilder builder, DataDirectory directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory.Keys);
        else Directory.CreateDirectory(directory.Keys, OwnerOnly);
        var keys = builder.Services.AddDataProtection()
            .SetApplicationName("DeploymentRouter")
            .PersistKeysToFileSystem(new DirectoryInfo(directory.Keys));
        if (builder.Configuration[CertificateKey] is { Length: > 0 } file) keys.ProtectKeysWithCertificate(Load(file, builder.Configuration[PasswordKey]));
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.GetRSAPrivateKey() is not null ? certificate : throw new CryptographicException("it holds no private RSA key");
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"DeploymentRouter does not start: the certificate {file} of {CertificateKey} cannot be used ({failure.Message}). Its password is {PasswordKey}.");
        }
    }
}
