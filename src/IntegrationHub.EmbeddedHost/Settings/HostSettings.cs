using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>host.json. As with the Azure Functions host, settings named <c>AzureFunctionsJobHost__…</c> win over the file.</summary>
/// <param name="RoutePrefix">What stands before every route; may be empty.</param>
/// <param name="Queues">How queues are listened to.</param>
internal sealed record HostSettings(string RoutePrefix, QueueSettings Queues)
{
    public static HostSettings Read(IConfiguration app, Faults faults)
    {
        var hostJson = Load(StartingPoint.DirectoryOf(app), app, faults);
        return new((hostJson["extensions:http:routePrefix"] ?? "api").Trim('/'), QueueSettings.Read(hostJson, app, faults));
    }

    private static IConfiguration Load(string directory, IConfiguration app, Faults faults)
    {
        var overrides = app.GetSection("AzureFunctionsJobHost");
        var file = Path.Combine(directory, "host.json");
        try
        {
            var hostJson = new ConfigurationBuilder()
                .AddJsonStream(new MemoryStream(File.ReadAllBytes(file)))
                .AddConfiguration(overrides)
                .Build();
            if (hostJson["version"] != "2.0")
                faults.Add("host.json: version must be \"2.0\".");
            return hostJson;
        }
        catch (FileNotFoundException)
        {
            faults.Add($"host.json is missing from {directory}.");
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException)
        {
            faults.Add($"host.json cannot be read: {e.Message}");
        }

        return overrides;
    }
}
