using IntegrationHub.Core.Notices;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;

namespace IntegrationHub.Tests.Storage;

/// <summary>The double keeps what the tables promise.</summary>
public sealed class InMemoryClaimsTests : NoticeClaimsContract
{
    protected override INoticeClaims Claims { get; } = new InMemoryClaims();

    protected override string Tenant => OneInstitution.Id;
}
