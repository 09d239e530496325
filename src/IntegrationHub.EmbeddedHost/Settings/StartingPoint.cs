using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>What every embedded host begins with; the app's own settings come on top.</summary>
internal static class StartingPoint
{
    public const string DirectoryKey = "EmbeddedHost:Directory";
    private const int DefaultPort = 7071;
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    public static void Apply(WebApplicationBuilder web)
    {
        var settings = LocalSettings.Read(DirectoryOf(web.Configuration));
        // ASP.NET Core's own request lines would write query strings, which may hold keys.
        settings.TryAdd("Logging:LogLevel:Microsoft.AspNetCore", "Warning");
        ((IConfigurationBuilder)web.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });

        web.Services.AddRouting();
        web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        web.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Listen(web);
    }

    public static string DirectoryOf(IConfiguration configuration) => configuration[DirectoryKey] ?? AppContext.BaseDirectory;

    private static void Listen(WebApplicationBuilder web)
    {
        var configuration = web.Configuration;
        var port = configuration[CommandLine.PortKey] ?? configuration[LocalSettings.PortKey];
        if (configuration[CommandLine.PortKey] is null && (configuration["urls"] ?? configuration["http_ports"]) is not null)
            return;
        if (!int.TryParse(port ?? DefaultPort.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var number) || number is < 0 or > 65535)
            throw new HostStartException([$"The port '{port}' is not a number from 0 to 65535."]);
        web.WebHost.UseUrls(number == 0 ? "http://127.0.0.1:0" : $"http://localhost:{number.ToString(CultureInfo.InvariantCulture)}");
    }
}
