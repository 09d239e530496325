using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

public sealed class LeaseTests(AzuriteServer azurite)
{
    [Fact]
    public async Task The_lease_is_renewed_so_that_nobody_else_sees_a_message_whose_work_is_longer()
    {
        var done = new TaskCompletionSource();
        var work = new Work(_ => done.Task);
        await using var host = new QueueHost(azurite.ConnectionString, work, settings: "--EmbeddedHost:Lease=00:00:04");
        await host.SendAsync("long");
        await host.StartAsync();
        await Eventually.SoAsync(() => !work.Runs.IsEmpty, "the work has begun");

        for (var look = 0; look < 50; look++)
        {
            (await host.Raw.PeekMessagesAsync()).Value.ShouldBeEmpty();
            await Task.Delay(200, CancellationToken.None);
        }

        done.SetResult();
        await Eventually.SoAsync(async () => await host.CountAsync() == 0, "the message is deleted");
        work.Runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_lets_running_work_finish_and_fetches_no_more()
    {
        var work = new Work(_ => Task.Delay(1_000));
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "batchSize": 1, "newBatchThreshold": 0 }""");
        await host.SendAsync("first", "second");
        await host.StartAsync();
        await Eventually.SoAsync(() => !work.Runs.IsEmpty, "the work has begun");
        await host.StopAsync();

        work.Runs.ShouldHaveSingleItem();
        (await host.CountAsync()).ShouldBe(1);
    }
}
