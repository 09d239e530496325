using IntegrationHub.Core.Notices;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using IntegrationHub.Tests.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Real tables keep what claims on notices promise.</summary>
public sealed class NoticeClaimsTests(AzuriteServer azurite) : NoticeClaimsContract, IAsyncLifetime
{
    private ServiceProvider? _services;

    protected override INoticeClaims Claims => _services!.GetRequiredService<INoticeClaims>();

    protected override string Tenant { get; } = $"claims{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStorage(settings).BuildServiceProvider();
        await _services.GetRequiredService<StorageSetup>().Run(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services!.DisposeAsync();
}
