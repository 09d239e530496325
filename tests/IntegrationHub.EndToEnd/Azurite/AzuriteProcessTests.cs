using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Azurite;

public sealed class AzuriteProcessTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Blobs_queues_and_tables_answer()
    {
        (await new BlobServiceClient(azurite.ConnectionString).CreateBlobContainerAsync($"c{Guid.NewGuid():N}")).Value.ShouldNotBeNull();
        (await new QueueServiceClient(azurite.ConnectionString).CreateQueueAsync($"q{Guid.NewGuid():N}")).Value.ShouldNotBeNull();
        (await new TableServiceClient(azurite.ConnectionString).CreateTableAsync($"t{Guid.NewGuid():N}")).Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_stored_in_a_folder_is_there_after_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("azurite-");
        await using (var first = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free(), data.FullName))
        {
            var queue = new QueueClient(first.ConnectionString, "kept");
            await queue.CreateAsync();
            await queue.SendMessageAsync("still here");
        }

        await using (var second = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free(), data.FullName))
            (await new QueueClient(second.ConnectionString, "kept").ReceiveMessageAsync()).Value.MessageText.ShouldBe("still here");
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_busy_port_is_an_error_that_names_it()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var error = await Should.ThrowAsync<AzuriteException>(() =>
            AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free() with { Queue = port }));
        error.Message.ShouldContain($"Port {port} is in use");
        error.Message.ShouldContain("AZURITE_QUEUE_PORT");
    }
}
