using System.Text;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue.Examples;

/// <summary>What a kind of system asks of <c>institution.yaml</c>, as YAML to copy and fill in; it passes lint as it stands.</summary>
public static class FileExample
{
    /// <summary>What stands for a value that only the institution knows.</summary>
    public const string ToFillIn = "…";

    /// <summary>The institution whose secrets the example names.</summary>
    public const string Institution = "college";

    /// <summary>A source, proven in the kind's usual way.</summary>
    public static string Of(SourceKind kind, ConnectorKinds kinds)
    {
        var proof = kinds.Authentication(kind.Authentications[0])!;
        var yaml = new StringBuilder($"sources:\n  {kind.Name}:\n    kind: {kind.Name}\n");
        Settings(yaml, [.. kind.Settings, .. proof.Settings]);
        Secrets(yaml, kind.Name, proof.Secrets);
        return yaml.ToString();
    }

    /// <summary>A connection.</summary>
    public static string Of(ConnectionKind kind)
    {
        var role = $"{kind.Role}".ToLowerInvariant();
        var yaml = new StringBuilder($"connections:\n  {role}:\n    kind: {kind.Name}\n");
        if (kind.NeedsAddress)
            yaml.Append("    address: https://").Append(kind.Name).Append(".example.ca\n");
        Settings(yaml, kind.Settings);
        Secrets(yaml, role, kind.Secrets);
        return yaml.ToString();
    }

    private static void Settings(StringBuilder yaml, IEnumerable<Setting> settings) => Append(
        yaml,
        "settings",
        settings.Where(setting => setting.IsRequired || setting.Example is not null)
            .Select(setting => (setting.Name, $"\"{setting.Example ?? setting.Default ?? ToFillIn}\"")));

    private static void Secrets(StringBuilder yaml, string system, IEnumerable<Setting> secrets) => Append(
        yaml,
        "secrets",
        secrets.Where(secret => secret.IsRequired).Select(secret => (
            secret.Name,
            $"{Institution}_{system}_{secret.Name}".ToUpperInvariant())));

    private static void Append(StringBuilder yaml, string heading, IEnumerable<(string Name, string Value)> values)
    {
        foreach (var (at, (name, value)) in values.Index())
            yaml.Append(at == 0 ? $"    {heading}:\n" : "").Append("      ").Append(name).Append(": ").Append(value).Append('\n');
    }
}
