using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.Benchmarks.Pipeline;
using IntegrationHub.Benchmarks.Stand;

namespace IntegrationHub.Benchmarks.Storage;

/// <summary>Counts what a hub asks of the storage, at the institution's own pace: one completion at a time, then many together.</summary>
internal static class TransactionBench
{
    /// <param name="campus">Where.</param>
    /// <param name="sets">Completions to know the learners by, one by one, and together.</param>
    /// <param name="recording">The file for the calls of the last.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<(Transactions OneByOne, Transactions Together)> Run(
        Grounds campus,
        (byte[][] Known, byte[][] OneByOne, byte[][] Together) sets,
        string recording,
        CancellationToken cancellation)
    {
        var (proxy, storage) = await CountingProxy.Start(campus.Storage, campus.StoragePorts);
        await using var _ = proxy;
        await using var hub = await campus.StartHub(
            atVendorsPace: true,
            cancellation,
            ("AzureWebJobsStorage", storage),
            ("DOTNET_STARTUP_HOOKS", typeof(TransactionBench).Assembly.Location));
        var completions = new Completions(campus);
        await completions.Handle(sets.Known, cancellation);

        proxy.Take();
        var watch = Stopwatch.StartNew();
        foreach (var request in sets.OneByOne)
            await completions.Handle([request], cancellation);
        var oneByOne = Transactions.Of(proxy.Take(), sets.OneByOne.Length, watch.Elapsed);

        watch.Restart();
        await completions.Handle(sets.Together, cancellation);
        var calls = proxy.Take();
        await File.WriteAllBytesAsync(
            recording,
            JsonSerializer.SerializeToUtf8Bytes(calls.Where(call => call.Account is not (StorageCall.Idle or StorageCall.Timers))),
            cancellation);
        return (oneByOne, Transactions.Of(calls, sets.Together.Length, watch.Elapsed));
    }
}
