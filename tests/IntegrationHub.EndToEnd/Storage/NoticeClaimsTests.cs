using IntegrationHub.Core.Notices;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Testing.Storage;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Real tables keep what claims on notices promise.</summary>
public sealed class NoticeClaimsTests(AzuriteServer azurite) : NoticeClaimsContract, IAsyncLifetime
{
    private readonly RealStorage _real = new(azurite);

    protected override INoticeClaims Claims => _real.Get<INoticeClaims>();

    protected override string Tenant => _real.Tenant;

    public ValueTask InitializeAsync() => _real.Start();

    public ValueTask DisposeAsync() => _real.DisposeAsync();
}
