using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Core.Outside;

/// <summary>Every call to an outside system goes through here: at its pace, and with one attention item when it is down (laws 6 and 12).</summary>
public sealed class Switchboard(Pace pace, AttentionDesk attention, TimeProvider time)
{
    /// <summary>A wait this short is waited here; a longer one goes back to the queue.</summary>
    internal static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    /// <summary>When the next call may go.</summary>
    public Task<Slot> Reserve(Institution institution, Connection connection, CancellationToken cancellation) =>
        pace.Reserve(institution.Id, connection, cancellation);

    /// <summary>Makes a call whose slot is reserved, and notes how the system fares.</summary>
    public async Task<T> Call<T>(Institution institution, Connection connection, Func<Task<T>> call, CancellationToken cancellation)
    {
        T answer;
        try
        {
            answer = await call();
        }
        catch (OutsideException failure)
        {
            if (failure.Fault is OutsideFault.Unavailable or OutsideFault.Unauthorised
                && await pace.Unavailable(institution.Id, connection, cancellation))
                await attention.SystemTroubled(institution.Id, connection.Role, failure, cancellation);
            throw;
        }

        if (await pace.Answered(institution.Id, connection, cancellation))
            await attention.SystemAnswers(institution.Id, connection.Role, cancellation);
        return answer;
    }

    /// <summary>Reserves a slot and makes the call, if it may go within two seconds.</summary>
    /// <exception cref="OutsideException">Throttled, with the time to wait, where it may not; or what the call threw.</exception>
    public async Task<T> CallSoon<T>(Institution institution, Connection connection, Func<Task<T>> call, CancellationToken cancellation)
    {
        var slot = await Reserve(institution, connection, cancellation);
        var wait = slot.At - time.GetUtcNow();
        if (wait > Short)
            throw new OutsideException(
                OutsideFault.Throttled,
                slot.IsDown ? $"The {connection.Kind} system does not answer; the next try is at {slot.At:O}." : $"The {connection.Kind} system's rate is used up for now.",
                wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
        return await Call(institution, connection, call, cancellation);
    }
}
