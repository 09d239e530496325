using IntegrationHub.Core.Notices;

namespace IntegrationHub.Tests.Pipeline;

/// <summary>The double keeps what the tables promise.</summary>
public sealed class InMemoryClaimsTests : NoticeClaimsContract
{
    protected override INoticeClaims Claims { get; } = new InMemoryClaims();

    protected override string Tenant => OneInstitution.Id;
}
