using IntegrationHub.Core.Model.Institutions;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Functions.Security;

/// <summary>The one way to an institution's secrets: what is not its own is as if it were not there, whoever asks.</summary>
internal sealed class TenantSecrets(IConfiguration configuration) : ISecrets
{
    private readonly SecretNames _names = new(name => configuration[name]);

    public string? Find(string institution, string setting) => _names.Has(institution, setting) ? configuration.Secret(setting) : null;
}
