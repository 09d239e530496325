using System.Diagnostics;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

public sealed class QueueDeliveryTests(AzuriteServer azurite)
{
    [Fact]
    public async Task A_message_reaches_its_function_decoded_and_leaves_the_queue()
    {
        var work = new Work(_ => Task.CompletedTask);
        await using var host = new QueueHost(azurite.ConnectionString, work);
        await host.SendAsync("""{"élève":"Zoé"}""");
        await host.StartAsync();
        await Eventually.SoAsync(async () => await host.CountAsync() == 0, "the message is deleted");

        var run = work.Runs.ShouldHaveSingleItem();
        run.Message.ShouldBe("""{"élève":"Zoé"}""");
        run.DequeueCount.ShouldBe(1);
        run.DequeueCountOfContext.ShouldBe("1");
        run.Id.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Work_in_parallel_reaches_batch_size_plus_threshold_and_never_exceeds_it()
    {
        var work = new Work(message => Task.Delay(message == "slow" ? 400 : 50));
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "batchSize": 4, "newBatchThreshold": 2 }""");
        await host.SendAsync(Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? "slow" : "quick"));
        await host.StartAsync();
        await Eventually.SoAsync(async () => await host.CountAsync() == 0, "all messages are deleted");

        work.Runs.Count.ShouldBe(40);
        work.Parallel.Max().ShouldBe(6);
    }

    [Fact]
    public async Task A_message_whose_function_throws_comes_again_after_the_visibility_timeout()
    {
        var failures = 1;
        var work = new Work(_ =>
            Interlocked.Decrement(ref failures) >= 0 ? throw new InvalidOperationException("down") : Task.CompletedTask);
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "visibilityTimeout": "00:00:02" }""");
        await host.SendAsync("again");
        await host.StartAsync();
        await Eventually.SoAsync(async () => await host.CountAsync() == 0, "the message is deleted");

        work.Runs.Select(run => run.DequeueCount).ShouldBe([1L, 2L]);
        // Azurite counts whole seconds.
        Stopwatch.GetElapsedTime(work.Runs.First().Timestamp, work.Runs.Last().Timestamp).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        (await host.PoisonedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_encoding_none_the_text_on_the_wire_is_the_message()
    {
        var work = new Work(_ => Task.CompletedTask);
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "messageEncoding": "none" }""");
        await host.Raw.SendMessageAsync("plain, not base64");
        await host.StartAsync();
        await Eventually.SoAsync(async () => await host.CountAsync() == 0, "the message is deleted");

        work.Runs.ShouldHaveSingleItem().Message.ShouldBe("plain, not base64");
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_made_and_listened_to()
    {
        var work = new Work(_ => Task.CompletedTask);
        await using var host = new QueueHost(azurite.ConnectionString, work);
        await host.Raw.DeleteAsync();
        await host.StartAsync();
        await Eventually.SoAsync(async () => await host.Raw.ExistsAsync(), "the queue exists");
        await host.SendAsync("first");
        await Eventually.SoAsync(() => work.Runs.Count == 1, "the message is received");
    }
}
