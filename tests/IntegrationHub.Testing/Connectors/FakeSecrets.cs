using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Testing.Connectors;

/// <summary>Secrets from a dictionary.</summary>
internal sealed class FakeSecrets(IReadOnlyDictionary<string, string> values) : ISecrets
{
    public string? Find(string institution, string setting) => values.GetValueOrDefault(setting);
}
