using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary><c>Authorization: Bearer</c> (RFC 6750, 2.1) with the source's secret <c>token</c>.</summary>
internal sealed class BearerToken(InboundSecrets secrets) : IAuthentication
{
    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.Bearer;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(secrets.Check(source, "token", delivery.Credential("Bearer")));
}
