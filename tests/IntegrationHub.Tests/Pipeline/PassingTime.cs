using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Tests.Pipeline;

/// <summary>A clock that runs ahead when somebody waits, so that short waits end at once.</summary>
internal sealed class PassingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
            Advance(dueTime);
        return timer;
    }
}
