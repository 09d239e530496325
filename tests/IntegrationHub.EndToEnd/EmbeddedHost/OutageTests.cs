using IntegrationHub.Cli.Azurite;
using IntegrationHub.Testing;
using Xunit;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

public sealed class OutageTests
{
    [Fact]
    public async Task A_storage_that_goes_away_and_comes_back_is_listened_to_again()
    {
        var (ports, data) = (AzuritePorts.Free(), Directory.CreateTempSubdirectory("azurite-"));
        var work = new Work(_ => Task.CompletedTask);
        var first = await AzuriteProcess.StartAsync(Repository.Root, ports, data.FullName);
        await using var host = new QueueHost(first.ConnectionString, work, """{ "maxPollingInterval": "00:00:01" }""");
        await host.StartAsync();
        await host.SendAsync("before");
        await Eventually.SoAsync(() => work.Runs.Count == 1, "the first message is received");
        await first.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None);

        await using (await AzuriteProcess.StartAsync(Repository.Root, ports, data.FullName))
        {
            await host.SendAsync("after");
            await Eventually.SoAsync(() => work.Runs.Any(run => run.Message == "after"), "the second message is received");
            await host.StopAsync();
        }

        data.Delete(recursive: true);
    }
}
