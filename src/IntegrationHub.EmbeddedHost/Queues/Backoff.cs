namespace IntegrationHub.EmbeddedHost.Queues;

/// <summary>The pause before the next look at an empty queue: from 100 ms, doubling with chance in it, up to the longest.</summary>
internal sealed class Backoff(TimeSpan longest)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private const double Spread = 0.2;
    private TimeSpan _last = Shortest;
    private int _misses;

    public void Reset() => (_last, _misses) = (Shortest, 0);

    public TimeSpan Next()
    {
        if (_last < longest)
        {
            var chance = 1 - Spread + (2 * Spread * Random.Shared.NextDouble());
            var pause = Shortest + (Shortest * (chance * Math.Pow(2, _misses++)));
            _last = pause < longest ? pause : longest;
        }

        return _last;
    }
}
