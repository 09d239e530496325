using System.Diagnostics;
using IntegrationHub.Benchmarks.Stand;

namespace IntegrationHub.Benchmarks.Pipeline;

/// <summary>Completions end to end per second against their storage calls alone, in turn; then on, for the memory.</summary>
internal static class PipelineBench
{
    /// <param name="campus">Where.</param>
    /// <param name="recording">The recorded calls.</param>
    /// <param name="recorded">How many completions they are of.</param>
    /// <param name="rounds">Completions: first those that make the learners known, then a round each, then what is there to fill
    /// up.</param>
    /// <param name="known">How many rounds make learners known.</param>
    /// <param name="measured">How many rounds are measured.</param>
    /// <param name="isOver">Whether to begin no further round.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<(Duel PerSecond, Memory Memory)> Run(
        Grounds campus,
        string recording,
        int recorded,
        IAsyncEnumerable<byte[][]> rounds,
        int known,
        int measured,
        Func<bool> isOver,
        CancellationToken cancellation)
    {
        await using var hub = await campus.StartHub(atVendorsPace: false, cancellation);
        await using var replay = Worker.Start(Replay.Role, recording, campus.Storage);
        var completions = new Completions(campus);
        await using var each = rounds.GetAsyncEnumerator(cancellation);
        for (var round = 0; round < known && await each.MoveNextAsync(); round++)
            await completions.Handle(each.Current, cancellation);
        await replay.Ask("0", cancellation);

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 1; round <= measured && (round == 1 || !isOver()) && await each.MoveNextAsync(); round++)
        {
            ours.Add(each.Current.Length / (await completions.Handle(each.Current, cancellation)).TotalSeconds);
            theirs.Add(recorded / await replay.Ask($"{round}", cancellation));
        }

        while (!isOver() && await each.MoveNextAsync())
            await completions.Handle(each.Current, cancellation);
        using var process = Process.GetProcessById(hub.Id);
        return (new(ours, theirs), new(process.WorkingSet64, completions.Total));
    }
}

/// <summary>Resident memory of a hub, in bytes, after so many completions.</summary>
internal sealed record Memory(long Resident, int Completions);
