using System.Threading.Channels;
using IntegrationHub.Testing.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Timers;

public sealed class TimerTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 30, TimeSpan.Zero);

    [Fact]
    public async Task A_timer_fires_when_its_cron_expression_says_so_in_utc()
    {
        var (time, fired) = (new FakeTimeProvider(Start), new Fired());
        await using var host = Host(time, fired, "0 */5 * * * *");
        await host.StartAsync();

        time.Advance(TimeSpan.FromSeconds(269));
        fired.Runs.Reader.TryRead(out _).ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        var first = await fired.NextAsync();
        first.ScheduleStatus!.Next.ShouldBe(new DateTime(2026, 3, 1, 8, 10, 0, DateTimeKind.Utc));
        first.ScheduleStatus.Last.ShouldBe(default);
        first.IsPastDue.ShouldBeFalse();

        await AdvanceUntilFiredAsync(time, fired);
        fired.Last!.ScheduleStatus!.Last.ShouldBe(new DateTime(2026, 3, 1, 8, 5, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_timer_that_is_to_run_on_startup_does()
    {
        var fired = new Fired();
        await using var host = new TestHost([typeof(EagerTimer)], configure: builder =>
            builder.Services.AddSingleton(fired).AddSingleton<TimeProvider>(new FakeTimeProvider(Start)));
        await host.StartAsync();
        (await fired.NextAsync()).ScheduleStatus!.Next.ShouldBe(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_timer_never_runs_beside_itself_and_leaves_out_what_passed_meanwhile()
    {
        var (time, fired) = (new FakeTimeProvider(Start), new Fired { Hold = new() });
        await using var host = Host(time, fired, "00:00:10");
        await host.StartAsync();
        time.Advance(TimeSpan.FromSeconds(10));
        await fired.NextAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        fired.Runs.Reader.TryRead(out _).ShouldBeFalse();

        fired.Hold.SetResult();
        await AdvanceUntilFiredAsync(time, fired);
        fired.Most.ShouldBe(1);
        fired.Runs.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_timer_that_throws_fires_again()
    {
        var (time, fired) = (new FakeTimeProvider(Start), new Fired { Throws = true });
        await using var host = Host(time, fired, "* * * * *");
        await host.StartAsync();
        time.Advance(TimeSpan.FromSeconds(30));
        await fired.NextAsync();
        await AdvanceUntilFiredAsync(time, fired);
    }

    [Theory]
    [InlineData("--EmbeddedHost:Strict=true", null, true)]
    [InlineData("--EmbeddedHost:Strict=true", "--FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING=true", false)]
    [InlineData("--EmbeddedHost:Strict=false", null, false)]
    public async Task At_the_end_of_the_host_a_timer_that_runs_is_cancelled_only_where_the_host_is_strict_and_does_not_drain(
        string strict,
        string? drain,
        bool isCancelled)
    {
        var (time, fired) = (new FakeTimeProvider(Start), new Fired { Hold = new() });
        await using var host = Host(time, fired, "* * * * *", drain is null ? [strict] : [strict, drain]);
        await host.StartAsync();
        time.Advance(TimeSpan.FromSeconds(30));
        await fired.NextAsync();

        var stopped = host.StopAsync();

        await Task.WhenAny(fired.Cancelled.Task, Task.Delay(TimeSpan.FromMilliseconds(300), CancellationToken.None));
        fired.Cancelled.Task.IsCompleted.ShouldBe(isCancelled);
        fired.Hold.SetResult();
        await stopped;
    }

    private static TestHost Host(TimeProvider time, Fired fired, string schedule, params string[] settings) =>
        new(
            [typeof(SampleTimer)],
            configure: builder => builder.Services.AddSingleton(time).AddSingleton(fired),
            settings: [$"--Schedule={schedule}", .. settings]);

    // The timer asks for its next time only after its run is over, at a moment that the test cannot see.
    private static async Task AdvanceUntilFiredAsync(FakeTimeProvider time, Fired fired)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!fired.Runs.Reader.TryRead(out _))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, timeout.Token);
        }
    }
}

public sealed class Fired
{
    private int _now;

    public Channel<TimerInfo> Runs { get; } = Channel.CreateUnbounded<TimerInfo>();

    public TimerInfo? Last { get; private set; }

    public int Most { get; private set; }

    public bool Throws { get; init; }

    public TaskCompletionSource? Hold { get; init; }

    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task RunAsync(TimerInfo timer, CancellationToken cancellation = default)
    {
        await using var _ = cancellation.Register(() => Cancelled.TrySetResult());
        Most = Math.Max(Most, Interlocked.Increment(ref _now));
        Last = timer;
        Runs.Writer.TryWrite(timer);
        if (Hold is not null)
            await Hold.Task;
        Interlocked.Decrement(ref _now);
        if (Throws)
            throw new InvalidOperationException("late");
    }

    public async Task<TimerInfo> NextAsync() => await Runs.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}

public sealed class SampleTimer(Fired fired)
{
    [Function("Tick")]
    public Task RunAsync([TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken cancellation) =>
        fired.RunAsync(timer, cancellation);
}

public sealed class EagerTimer(Fired fired)
{
    [Function("Eager")]
    public Task RunAsync([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => fired.RunAsync(timer);
}
