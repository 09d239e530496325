using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>The app's settings are those of <c>local.settings.sample.json</c>, which a test holds against the code.</summary>
internal static class SettingsCheck
{
    private const string File = "infra/modules/app-settings.bicep";

    /// <summary>Lets running functions end when an instance is to end; else the host cancels them.</summary>
    private const string Drain = "FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING";

    /// <summary>What the platform reads and the hub's own settings do not name.</summary>
    private static readonly string[] Platform =
    [
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsDisableHomepage",
        Drain,
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
    ];

    /// <summary>
    /// What has no place in Azure: the connection string is an identity there, the runtime is said elsewhere, by the standard names of
    /// telemetry the host would export addresses of requests, the rest is of one machine.
    /// </summary>
    private static readonly string[] NotInAzure =
    [
        "AzureWebJobsStorage",
        "FUNCTIONS_WORKER_RUNTIME",
        "EmbeddedHost__Lease",
        "EmbeddedHost__Strict",
        "SandboxUrl",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    public static IEnumerable<InfraFault> Faults(Deployment deployment, HubCode code)
    {
        var settings = deployment.Settings;
        var wanted = code.Settings.Keys.Where(name => !SecretsCheck.IsOfTheSandbox(name) && !NotInAzure.Contains(name)).Concat(Platform);
        foreach (var name in wanted.Where(name => !settings.ContainsKey(name)))
            yield return new(File, Texts.Get("infra.settingMissing", name), Texts.Get("infra.addSetting", name));
        if (settings.TryGetValue(Drain, out var drains) && !drains.Equals("true", StringComparison.OrdinalIgnoreCase))
            yield return new(File, Texts.Get("infra.value", deployment.File, Drain, drains), Texts.Get("infra.setValue", Drain, "true"));
        foreach (var name in settings.Keys.Where(name => NotInAzure.Contains(name)))
            yield return new(File, Texts.Get("infra.settingNotHere", name), Texts.Get("infra.removeSetting", name));
        foreach (var name in settings
                .Where(setting => !SecretsCheck.IsReference(setting.Value))
                .Select(setting => setting.Key)
                .Where(name =>
                    !code.Settings.ContainsKey(name)
                    && !Platform.Contains(name)
                    && !name.StartsWith($"{SecretNames.Section}__", StringComparison.Ordinal)))
            yield return new(File, Texts.Get("infra.settingUnknown", name, deployment.File), Texts.Get("infra.removeSetting", name));
    }
}
