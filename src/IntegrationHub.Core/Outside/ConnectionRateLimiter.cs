using System.Collections.Concurrent;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>
/// Keeps senders polite (law 12): calls to a connection take slots at its rate, shared by all instances; while the
/// system is down only one probe at a time goes through. Slots are reserved a second at a time, so that the shared
/// row costs little.
/// </summary>
public sealed class ConnectionRateLimiter(IConnectionStates states, PipelineOptions options, TimeProvider time)
{
    private static readonly TimeSpan Block = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string, string), Lane> _lanes = new();

    /// <summary>Reserves the next slot.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="connection">The system.</param>
    /// <param name="patience">A slot further ahead than this is shown but not taken.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>When the call may go, and whether the wait is for a system that is down (then no slot is taken either).</returns>
    public async Task<Reservation> Reserve(string institution, Connection connection, TimeSpan patience, CancellationToken cancellation)
    {
        var lane = _lanes.GetOrAdd((institution, connection.Name), _ => new());
        await lane.Gate.WaitAsync(cancellation);
        try
        {
            if (lane.Left <= 0 && await Refill(lane, institution, connection, cancellation) is { } probe)
                return new(probe, true);
            var slot = lane.Next;
            if (slot - time.GetUtcNow() > patience)
                return new(slot, false);
            lane.Left--;
            lane.Next += TimeSpan.FromSeconds(1 / connection.Rate);
            return new(slot, false);
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    /// <summary>Notes that the system answered.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="connection">The system.</param>
    /// <param name="isUpAgain">What to do first where it was down until now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Answered(string institution, Connection connection, Func<Task> isUpAgain, CancellationToken cancellation)
    {
        if (!_lanes.TryGetValue((institution, connection.Name), out var lane) || !lane.Failing)
            return;
        await lane.Gate.WaitAsync(cancellation);
        try
        {
            await Better(lane, institution, connection, isUpAgain, cancellation);
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    /// <summary>Notes that the system was unavailable.</summary>
    /// <returns>Whether it counts as down now.</returns>
    public async Task<bool> Unavailable(string institution, Connection connection, CancellationToken cancellation)
    {
        var lane = _lanes.GetOrAdd((institution, connection.Name), _ => new());
        await lane.Gate.WaitAsync(cancellation);
        try
        {
            return await Worse(lane, institution, connection, cancellation);
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    private async Task Better(Lane lane, string institution, Connection connection, Func<Task> isUpAgain, CancellationToken cancellation)
    {
        while (true)
        {
            var state = await states.Read(institution, connection.Name, cancellation);
            if (state.IsDown)
                await isUpAgain();
            var well = state with { Failures = 0, ProbeAt = null };
            if (state.Failures > 0 && !await states.Write(institution, connection.Name, well, cancellation))
                continue;
            lane.Failing = false;
            return;
        }
    }

    private async Task<bool> Worse(Lane lane, string institution, Connection connection, CancellationToken cancellation)
    {
        while (true)
        {
            var state = await states.Read(institution, connection.Name, cancellation);
            var next = state with { Failures = Math.Min(state.Failures + 1, 1000) };
            if (next.IsDown)
                next = next with { ProbeAt = time.GetUtcNow() + ProbeDelay(next.Failures) };
            if (!await states.Write(institution, connection.Name, next, cancellation))
                continue;
            (lane.Failing, lane.Left) = (true, 0);
            return next.IsDown;
        }
    }

    private async Task<DateTimeOffset?> Refill(Lane lane, string institution, Connection connection, CancellationToken cancellation)
    {
        while (true)
        {
            var state = await states.Read(institution, connection.Name, cancellation);
            lane.Failing = state.Failures > 0;
            var now = time.GetUtcNow();
            if (state.IsDown && state.ProbeAt > now)
                return state.ProbeAt;
            var slots = state.IsDown ? 1 : Math.Max(1, (int)(connection.Rate * Block.TotalSeconds));
            var first = state.NextSlot > now && !state.IsDown ? state.NextSlot : now;
            var taken = state with
            {
                NextSlot = first + TimeSpan.FromSeconds(slots / connection.Rate),
                ProbeAt = state.IsDown ? now + ProbeDelay(state.Failures) : null,
            };
            if (!await states.Write(institution, connection.Name, taken, cancellation))
                continue;
            (lane.Left, lane.Next) = (slots, first);
            return null;
        }
    }

    private TimeSpan ProbeDelay(int failures)
    {
        var delay = options.FirstRetry * Math.Pow(2, Math.Min(failures - ConnectionState.FailuresUntilDown, 10));
        return delay < LongestProbe ? delay : LongestProbe;
    }

    private sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public int Left { get; set; }
        public DateTimeOffset Next { get; set; }

        /// <summary>Written within the gate; read without, where most calls find that nothing is wrong.</summary>
        public bool Failing { get => Volatile.Read(ref _failing); set => Volatile.Write(ref _failing, value); }

        private bool _failing;
    }
}

/// <summary>When a call may go.</summary>
/// <param name="At">The moment; past for at once.</param>
/// <param name="IsDown">Whether the wait is for a system that is down.</param>
public readonly record struct Reservation(DateTimeOffset At, bool IsDown);
