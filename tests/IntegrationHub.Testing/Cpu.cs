using System.Diagnostics;
using System.Runtime.InteropServices;
using Shouldly;

namespace IntegrationHub.Testing;

/// <summary>How long one thread was at work: unlike the time on the clock, it does not grow with what else the machine does.</summary>
internal static partial class Cpu
{
    private const int ThreadTime = 3;

    /// <summary>Does something that goes on without waiting, and fails where it takes more than it may.</summary>
    public static T Within<T>(TimeSpan most, string what, Func<T> work)
    {
        (TimeSpan Taken, T? Result) done = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                var from = Now();
                var result = work();
                done = (Now() - from, result);
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        });
        thread.Start();
        thread.Join();
        failure.ShouldBeNull(what);
        done.Taken.ShouldBeLessThan(most, what);
        return done.Result!;
    }

    private static TimeSpan Now() => OperatingSystem.IsLinux() && ClockGetTime(ThreadTime, out var time) == 0
        ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : Stopwatch.GetElapsedTime(0);

    // The clock has no other name in .NET; the struct is laid out as on every 64-bit Linux.
#pragma warning disable SYSLIB1054
    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out Reading time);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private struct Reading
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
