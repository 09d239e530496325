using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>Every secret is a reference to the vault; a trial with the sandbox institution names all of its secrets.</summary>
internal static class SecretsCheck
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=";

    /// <summary>Empty in the sample without being secrets.</summary>
    private static readonly string[] MayBeEmpty = ["Catalogue__LastGood", "Telemetry__AzureMonitor", "Telemetry__Otlp"];

    private static readonly string Sandbox = $"{Options.UsualInstitution.ToUpperInvariant()}_";

    public static bool IsOfTheSandbox(string setting) => setting.StartsWith(Sandbox, StringComparison.Ordinal);

    public static bool IsReference(string value) => value.Contains(Reference, StringComparison.Ordinal);

    public static IEnumerable<InfraFault> Faults(Deployment deployment, HubCode code)
    {
        var settings = deployment.Settings;
        var secrets = code
            .Settings.Where(setting => setting.Value.Length == 0 && !MayBeEmpty.Contains(setting.Key))
            .Select(setting => setting.Key)
            .ToHashSet();
        foreach (var name in settings
                .Where(setting => secrets.Contains(setting.Key) && !IsReference(setting.Value))
                .Select(setting => setting.Key))
            yield return new("infra/modules/app-settings.bicep", Texts.Get("infra.openSecret", name), Texts.Get("infra.reference", name));
        foreach (var name in settings
                .Where(setting => IsReference(setting.Value) && !secrets.Contains(setting.Key) && !SecretNames.IsOne(setting.Key))
                .Select(setting => setting.Key))
            yield return new(deployment.File, Texts.Get("infra.secretName", name), Texts.Get("infra.nameSecret", name));
        if (!settings.Keys.Any(IsOfTheSandbox))
            yield break;
        foreach (var name in secrets.Where(IsOfTheSandbox).Where(name => !settings.ContainsKey(name)))
            yield return new(deployment.File, Texts.Get("infra.secretMissing", name), Texts.Get("infra.addSecret", name));
        foreach (var name in settings.Keys.Where(IsOfTheSandbox).Where(name => !secrets.Contains(name)))
            yield return new(deployment.File, Texts.Get("infra.secretUnknown", name), Texts.Get("infra.removeSecret", name));
    }
}
