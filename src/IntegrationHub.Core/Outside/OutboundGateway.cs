using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Outside;

/// <summary>
/// Every call to an outside system goes through here: at its pace, and with one attention item when it is down (laws 6 and 12).
/// </summary>
public sealed class OutboundGateway(ConnectionRateLimiter limiter, AttentionRaiser attention, TimeProvider time)
{
    /// <summary>A wait this short is waited here; a longer one goes back to the queue.</summary>
    internal static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    /// <summary>When the next call may go; at once where the hub itself does the work.</summary>
    public Task<Reservation> Reserve(Institution institution, Connection connection, CancellationToken cancellation) => connection.IsTheHub
        ? Task.FromResult(new Reservation(time.GetUtcNow(), false))
        : limiter.Reserve(institution.Id, connection, TimeSpan.MaxValue, cancellation);

    /// <summary>
    /// Makes a call whose slot is reserved, and notes where the system fails; an answer that cannot be read says nothing of it. Who has
    /// written down what came of it says <see cref="Answered"/>.
    /// </summary>
    public async Task<T> Call<T>(Institution institution, Connection connection, Func<Task<T>> call, CancellationToken cancellation)
    {
        using var span = HubTrace.Call(institution.Id, connection);
        try
        {
            var answer = await call();
            HubMetrics.Call(institution.Id, connection, fault: null);
            return answer;
        }
        catch (OutsideException failure)
        {
            span.Fail(failure);
            HubMetrics.Call(institution.Id, connection, failure.Fault);
            if (failure.Fault is OutsideFault.Unavailable or OutsideFault.Unauthorised
                && await limiter.Unavailable(institution.Id, connection, cancellation))
                await attention.Raise(SystemTrouble.Of(institution.Id, connection, failure), cancellation);
            throw;
        }
    }

    /// <summary>Notes that the system answered, be it with a refusal.</summary>
    public Task Answered(Institution institution, Connection connection, CancellationToken cancellation) =>
        limiter.Answered(institution.Id, connection, () => Settle(institution, connection, cancellation), cancellation);

    /// <summary>Reserves a slot and makes the call, if it may go within two seconds.</summary>
    /// <exception cref="OutsideException">Throttled, with the time to wait, where it may not; or what the call threw.</exception>
    public Task<T> CallSoon<T>(Institution institution, Connection connection, Func<Task<T>> call, CancellationToken cancellation) =>
        CallWithin(Short, institution, connection, call, cancellation);

    /// <summary>Reserves a slot and makes the call, if it may go within a time.</summary>
    /// <exception cref="OutsideException">Throttled, with the time to wait, where it may not; or what the call threw.</exception>
    internal async Task<T> CallWithin<T>(
        TimeSpan patience,
        Institution institution,
        Connection connection,
        Func<Task<T>> call,
        CancellationToken cancellation)
    {
        var slot = await limiter.Reserve(institution.Id, connection, patience, cancellation);
        var wait = slot.At - time.GetUtcNow();
        if (wait > (slot.IsDown ? Short : patience))
            throw new OutsideException(
                OutsideFault.Throttled,
                slot.IsDown
                    ? $"The {connection.Kind} system does not answer; the next try is at {slot.At:O}."
                    : $"The {connection.Kind} system's rate is used up for now.",
                wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
        var answer = await Call(institution, connection, call, cancellation);
        await Answered(institution, connection, cancellation);
        return answer;
    }

    private async Task Settle(Institution institution, Connection connection, CancellationToken cancellation)
    {
        foreach (var trouble in SystemTrouble.All(institution.Id, connection))
            await attention.Settle(trouble, cancellation);
    }
}
