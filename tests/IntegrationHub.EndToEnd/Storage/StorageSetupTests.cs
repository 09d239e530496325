using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>When a hub may be asked: not while its queues and tables are still being made.</summary>
public sealed class StorageSetupTests(AzuriteServer azurite)
{
    [Fact]
    public async Task A_hub_is_ready_once_all_is_made_not_when_the_storage_answers()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var setup = new StorageSetup(StorageClients.Of(azurite.ConnectionString));
        (await setup.IsReady(cancellation)).ShouldBeFalse();

        await setup.Run(cancellation);

        (await setup.IsReady(cancellation)).ShouldBeTrue();
    }
}
