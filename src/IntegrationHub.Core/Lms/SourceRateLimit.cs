using System.Collections.Concurrent;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Lms;

/// <summary>
/// How many deliveries a source has left in this minute, on this instance. Only what is proven to be its own counts, so that no stranger
/// uses it up.
/// </summary>
public sealed class SourceRateLimit(TimeProvider time)
{
    // Not System.Threading.RateLimiting: it keeps a clock of its own.
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Institution, string Source), Window> _windows = new();

    /// <summary>Takes one delivery off.</summary>
    /// <returns>How long to wait where nothing is left; null where it may come in.</returns>
    public TimeSpan? Take(Source source) => source.PerMinute is not { } most
        ? null
        : _windows.GetOrAdd((source.Institution, source.Name), static _ => new()).Take(most, time.GetUtcNow());

    private sealed class Window
    {
        private readonly Lock _gate = new();
        private DateTimeOffset _began = DateTimeOffset.MinValue;
        private int _taken;

        public TimeSpan? Take(int most, DateTimeOffset now)
        {
            lock (_gate)
            {
                if (now - _began >= Minute)
                    (_began, _taken) = (now, 0);
                return ++_taken <= most ? null : _began + Minute - now;
            }
        }
    }
}
