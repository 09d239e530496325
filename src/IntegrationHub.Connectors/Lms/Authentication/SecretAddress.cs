using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>For senders that can prove nothing: the address ends in <c>~</c> and the source's secret <c>address</c>, which only they were told.</summary>
internal sealed class SecretAddress(InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.SecretAddress;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(secrets.Check(source, AuthenticationSchemes.AddressKey, delivery.AddressKey));

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) =>
        secrets.Accepted(source, AuthenticationSchemes.AddressKey).FirstOrDefault() is { } key ? bare with { AddressKey = key } : null;
}
