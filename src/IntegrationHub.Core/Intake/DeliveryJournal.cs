using System.Collections.Concurrent;

namespace IntegrationHub.Core.Intake;

/// <summary>
/// What became of the deliveries of each source, for the people who connect them. Kept in memory and written by
/// <see cref="Flush"/>: an instance that is lost takes its last news with it, never a delivery.
/// </summary>
public sealed class DeliveryJournal(TimeProvider time)
{
    /// <summary>
    /// What an earlier call could not write, and what came since: a source that goes on speaking would never come to an end.
    /// </summary>
    private const int MostRounds = 2;

    private readonly ConcurrentDictionary<(string Institution, string Source), SourceLog> _logs = new();

    /// <summary>Notes what a delivery of a known source was answered.</summary>
    public void Note(string institution, string source, string? test, IntakeAnswer answer) =>
        _logs.GetOrAdd((institution, source), static _ => new()).Note(JournalEntry.Of(time.GetUtcNow(), test, answer));

    /// <summary>What was written of a source, with this instance's news.</summary>
    public SourceRecord Newest(string institution, string source, SourceRecord written) =>
        _logs.TryGetValue((institution, source), out var log) ? written.With(log.Peek()) : written;

    /// <summary>Adds this instance's news to what is written; a source that sent nothing costs nothing.</summary>
    /// <exception cref="AggregateException">Some could not be written: they are with the next call's.</exception>
    public async Task Flush(ISourceHistory history, CancellationToken cancellation)
    {
        var failures = new List<Exception>();
        foreach (var ((institution, source), log) in _logs)
        {
            try
            {
                for (var round = 0; round < MostRounds && log.Begin() is { } news; round++)
                {
                    await Add(history, institution, source, news, cancellation);
                    log.Saved();
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    /// <summary>Adds news to what is there, which another instance may have changed, or this one without hearing of it.</summary>
    private static async Task Add(
        ISourceHistory history,
        string institution,
        string source,
        SourceRecord news,
        CancellationToken cancellation)
    {
        SourceRecord written;
        do
        {
            written = await history.Read(institution, source, cancellation);
        } while (
            written.News?.Contains(news.News![0]) != true && !await history.Save(institution, source, written.With(news), cancellation));
    }
}
