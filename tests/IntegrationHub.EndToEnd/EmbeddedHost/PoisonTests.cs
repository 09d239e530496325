using System.Text;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

public sealed class PoisonTests(AzuriteServer azurite)
{
    private static readonly Func<string, Task> Fail = _ => throw new InvalidOperationException("always");

    [Fact]
    public async Task A_message_that_fails_as_often_as_allowed_is_in_the_poison_queue_exactly_once()
    {
        var work = new Work(Fail);
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "maxDequeueCount": 3 }""");
        await host.SendAsync("bad");
        await host.StartAsync();
        await Eventually.SoAsync(
            async () => (await host.PoisonedAsync()).Count > 0 && await host.CountAsync() == 0,
            "the message has moved");


        work.Runs.Select(run => run.DequeueCount).ShouldBe([1L, 2L, 3L]);
        (await host.PoisonedAsync()).ShouldHaveSingleItem().ShouldBe(Convert.ToBase64String(Encoding.UTF8.GetBytes("bad")));
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_straight_to_poison_with_its_text()
    {
        var work = new Work(_ => Task.CompletedTask);
        await using var host = new QueueHost(azurite.ConnectionString, work);
        await host.Raw.SendMessageAsync("{ not base64 }");
        await host.StartAsync();
        await Eventually.SoAsync(
            async () => (await host.PoisonedAsync()).Count > 0 && await host.CountAsync() == 0,
            "the message has moved");

        work.Runs.ShouldBeEmpty();
        (await host.PoisonedAsync()).ShouldBe(["{ not base64 }"]);
    }

    [Fact]
    public async Task A_message_that_killed_its_consumers_too_often_goes_to_poison_without_another_run()
    {
        var work = new Work(_ => Task.CompletedTask);
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "maxDequeueCount": 2 }""");
        await host.SendAsync("deadly");
        for (var delivery = 0; delivery < 2; delivery++)
        {
            var message = (await host.Raw.ReceiveMessageAsync()).Value;
            await host.Raw.UpdateMessageAsync(message.MessageId, message.PopReceipt, messageText: (string?)null, TimeSpan.Zero);
        }

        await host.StartAsync();
        await Eventually.SoAsync(
            async () => (await host.PoisonedAsync()).Count == 1 && await host.CountAsync() == 0,
            "the message has moved");
        work.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_fails_in_a_poison_queue_stays_there_hidden_until_its_lease_ends()
    {
        var work = new Work(Fail);
        await using var host = new QueueHost(
            azurite.ConnectionString,
            work,
            """{ "maxDequeueCount": 1 }""",
            queue: $"work-{Guid.NewGuid():N}-poison",
            settings: "--EmbeddedHost:Lease=00:00:10");
        await host.SendAsync("bad twice");
        await host.StartAsync();
        await Eventually.SoAsync(() => !work.Runs.IsEmpty, "the function has run");
        await Task.Delay(500, CancellationToken.None);

        work.Runs.Count.ShouldBe(1);
        (await host.Raw.PeekMessagesAsync()).Value.ShouldBeEmpty();
        (await host.CountAsync()).ShouldBe(1);
        (await host.Poison.ExistsAsync()).Value.ShouldBeFalse();
    }
}
