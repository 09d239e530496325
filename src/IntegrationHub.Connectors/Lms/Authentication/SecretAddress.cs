using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>For senders that can prove nothing: the address ends in <c>~</c> and the source's secret <c>address</c>, which only they were told.</summary>
internal sealed class SecretAddress(InboundSecrets secrets) : IAuthentication
{
    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.SecretAddress;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(secrets.Check(source, "address", delivery.AddressKey));
}
