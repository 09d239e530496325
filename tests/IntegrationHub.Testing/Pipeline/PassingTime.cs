using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Testing.Pipeline;

/// <summary>A clock that runs ahead when somebody waits a little, so that short waits end at once; a claim's end is no such wait.</summary>
internal sealed class PassingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(5))
            Advance(dueTime);
        return timer;
    }
}
