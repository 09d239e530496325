using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationHub.OpenBadges.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.OpenBadges.Http;

/// <summary>An https server of a stranger, on this machine, with a certificate of its own.</summary>
internal sealed class DocumentServer : IAsyncDisposable
{
    private const string Subject = "CN=localhost";

    private readonly X509Certificate2 _certificate = Certificate();
    private readonly WebApplication _app;
    private int _requests;

    private DocumentServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _app = builder.Build();
        _app.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return answer(context);
        });
    }

    /// <summary>How many requests have come.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<DocumentServer> Start(RequestDelegate answer)
    {
        var server = new DocumentServer(answer);
        await server._app.StartAsync();
        return server;
    }

    public Uri At(string path, string host = "127.0.0.1") => new UriBuilder(_app.Urls.Single()) { Host = host, Path = path }.Uri;

    /// <summary>Documents that may come from this machine too, and from servers with a certificate of their own.</summary>
    public static HttpDocuments Trusting()
    {
        var handler = HttpDocuments.Handler(
            new(allowPrivate: true), new() { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == Subject });
        return new(handler, "tests");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
