using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Benchmarks.Stand;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>
/// Our side, a process of its own: does <c>issue small 200</c> for 200 ms and answers with how many it did in a second
/// of processor time, so that what else runs on the machine does not count; <c>issue small bytes</c> with how much
/// memory each took.
/// </summary>
internal static class OwnSide
{
    public const string Role = "credentials";
    public const string Bytes = "bytes";
    private const int Counted = 100;

    public static async Task Run(string folder)
    {
        using var material = Material.Read(folder);
        using var operations = new Operations(material);
        using var lists = new SignedLists(material.Seed);
        await Worker.Serve(line =>
            Task.FromResult(
                line.Split(' ') is [var name, var of, var how]
                    ? Answer(
                        SignedLists.States.Contains(name)
                            ? lists.Of(name, int.Parse(of, CultureInfo.InvariantCulture))
                            : operations.Of(name, of),
                        how)
                    : throw new InvalidOperationException($"The bench does not understand '{line}'.")));
    }

    private static double Answer(Action work, string how) =>
        how == Bytes ? Allocated(work) : PerSecond(work, TimeSpan.FromMilliseconds(int.Parse(how, CultureInfo.InvariantCulture)));

    private static double PerSecond(Action work, TimeSpan time)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        for (; watch.Elapsed < time; done++)
            work();
        return done / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Allocated(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var done = 0; done < Counted; done++)
            work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Counted;
    }
}
