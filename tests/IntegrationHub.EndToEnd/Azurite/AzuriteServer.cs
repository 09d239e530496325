using IntegrationHub.Cli.Azurite;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace IntegrationHub.EndToEnd.Azurite;

/// <summary>One real Azurite on free ports, its data in memory, for all tests that ask for it.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private AzuriteProcess? _process;

    public string ConnectionString => _process!.ConnectionString;

    public async ValueTask InitializeAsync() => _process = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free());

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
