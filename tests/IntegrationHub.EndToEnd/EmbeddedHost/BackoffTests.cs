using System.Collections.Concurrent;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

public sealed class BackoffTests(AzuriteServer azurite)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Looks_at_an_empty_queue_grow_rarer_up_to_the_longest_interval_until_a_message_comes()
    {
        var time = new ShortPauses();
        var work = new Work(_ => Task.CompletedTask);
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "maxPollingInterval": "00:00:10" }""", time);
        await host.StartAsync();
        await Eventually.SoAsync(() => time.Pauses.Contains(Longest), "the longest pause is reached");

        var growing = time.Pauses.TakeWhile(pause => pause < Longest).ToList();
        growing.ShouldBe(growing.Order());
        growing[0].ShouldBeInRange(TimeSpan.FromMilliseconds(180), TimeSpan.FromMilliseconds(220));

        await host.SendAsync("at last");
        await Eventually.SoAsync(
            () => !work.Runs.IsEmpty && time.Pauses.SkipWhile(pause => pause < Longest).Any(pause => pause < Longest),
            "the pauses are short again");
        time.Pauses.SkipWhile(pause => pause < Longest)
            .First(pause => pause < Longest)
            .ShouldBeInRange(TimeSpan.FromMilliseconds(180), TimeSpan.FromMilliseconds(220));
    }

    /// <summary>Notes every pause that is asked for and makes it short; leases, which are longer, keep their length.</summary>
    private sealed class ShortPauses : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > Longest)
                return base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.Zero)
                Pauses.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(5), period);
        }
    }
}
