using System.Globalization;
using IntegrationHub.EmbeddedHost.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>What every embedded host begins with; the app's own settings come on top.</summary>
internal static class StartingPoint
{
    public const string DirectoryKey = "EmbeddedHost:Directory";
    private const string DefaultPort = "7071";

    public static void Apply(WebApplicationBuilder web)
    {
        var settings = LocalSettings.Read(DirectoryOf(web.Configuration));
        // ASP.NET Core's own request lines would write query strings, which may hold keys.
        settings.TryAdd("Logging:LogLevel:Microsoft.AspNetCore", "Warning");
        ((IConfigurationBuilder)web.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });

        web.Services.AddRouting();
        web.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Listen(web);
    }

    public static string DirectoryOf(IConfiguration configuration) => configuration[DirectoryKey] ?? AppContext.BaseDirectory;

    private static void Listen(WebApplicationBuilder web)
    {
        var configuration = web.Configuration;
        if (configuration[CommandLine.PortKey] is null && (configuration["urls"] ?? configuration["http_ports"]) is not null)
            return;
        var port = configuration[CommandLine.PortKey] ?? configuration[LocalSettings.PortKey] ?? DefaultPort;
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new HostStartException([$"The port '{port}' is not a number from 0 to 65535."]);
        // Kestrel finds a free port on an address only, not on a name.
        web.WebHost.UseUrls(number == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}");
    }
}
