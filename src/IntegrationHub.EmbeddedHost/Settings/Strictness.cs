using Microsoft.Extensions.Configuration;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Whether this host imitates Azure's where that one is less kind.</summary>
/// <param name="IsStrict">It does.</param>
/// <param name="CancelsAtStop">
/// Running functions of queues and timers are cancelled as soon as the host is to end: as on Azure, unless it is told to drain.
/// </param>
internal sealed record Strictness(bool IsStrict, bool CancelsAtStop)
{
    public const string Key = "EmbeddedHost:Strict";

    /// <summary>The setting by which Azure's host drains; read here too, so that one setting says it for both.</summary>
    public const string DrainKey = "FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING";

    public static Strictness Read(IConfiguration app, Faults faults)
    {
        var isStrict = new SettingReader(app, "Setting ", faults).OneOf(Key, "false", "true") == "true";
        return new(isStrict, isStrict && !(bool.TryParse(app[DrainKey], out var drains) && drains));
    }
}
