using System.Collections.Concurrent;

namespace IntegrationHub.Sandbox.Http;

internal sealed record LoggedRequest(DateTimeOffset Time, string Method, string Path, int Status, string? Fault);

internal sealed record SystemRequests(long Requests, long Writes, IReadOnlyList<LoggedRequest> Last);

/// <summary>What each outside system was asked. Never queries or bodies: they hold e-mails and signatures.</summary>
internal sealed class RequestLog
{
    private const int Kept = 200;
    private readonly ConcurrentDictionary<string, Book> _books = new();

    public void Add(string system, LoggedRequest request) => _books.GetOrAdd(system, _ => new Book()).Add(request);

    public IReadOnlyDictionary<string, SystemRequests> Read() =>
        _books.OrderBy(book => book.Key, StringComparer.Ordinal).ToDictionary(book => book.Key, book => book.Value.Read());

    public void Clear() => _books.Clear();

    private sealed class Book
    {
        private readonly Queue<LoggedRequest> _last = [];
        private long _requests, _writes;

        public void Add(LoggedRequest request)
        {
            lock (_last)
            {
                _requests++;
                if (IsWrite(request)) _writes++;
                _last.Enqueue(request);
                if (_last.Count > Kept) _last.Dequeue();
            }
        }

        public SystemRequests Read()
        {
            lock (_last) return new(_requests, _writes, [.. _last]);
        }

        // A write is a request that changed something: a token is not, and neither is an answer made up by a fault.
        private static bool IsWrite(LoggedRequest request) =>
            request.Method is not ("GET" or "HEAD")
            && request.Status is >= 200 and < 300
            && request.Fault is null or "dropAfter" or "page" or "delay" or "delayAfter"
            && !request.Path.EndsWith("/auth", StringComparison.Ordinal)
            && !request.Path.EndsWith("/token", StringComparison.Ordinal);
    }
}
