using System.Text.Json;
using IntegrationHub.EmbeddedHost.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Reads <c>local.settings.json</c>: its <c>Values</c> stand in for environment variables, which win over them.</summary>
internal static class LocalSettings
{
    public const string FileName = "local.settings.json";
    public const string PortKey = "EmbeddedHost:LocalHttpPort";

    public static Dictionary<string, string?> Read(string directory)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var file = Path.Combine(directory, FileName);
        if (!File.Exists(file))
            return settings;
        try
        {
            using var json = JsonDocument.Parse(
                File.ReadAllBytes(file),
                new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (json.RootElement.TryGetProperty("Values", out var values))
                foreach (var value in values.EnumerateObject())
                    settings[value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value.Value.ToString();
            if (json.RootElement.TryGetProperty("Host", out var host) && host.TryGetProperty("LocalHttpPort", out var port))
                settings[PortKey] = port.ToString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new HostStartException([$"{FileName} cannot be read: {e.Message}"]);
        }

        return settings;
    }
}
