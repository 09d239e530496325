using System.Collections.Concurrent;
using System.Globalization;
using IntegrationHub.Core.Intake;

namespace IntegrationHub.Testing.Storage;

/// <summary>The book of sources in memory, with the same conditional writes as the table.</summary>
internal sealed class InMemorySourceBook : ISourceHistory
{
    private readonly ConcurrentDictionary<(string, string), SourceRecord> _rows = new();

    /// <summary>How often the storage was asked for anything.</summary>
    public int Transactions { get; private set; }

    /// <summary>Called once before the next write, so that a test can be quicker, or fail it.</summary>
    public Action? BeforeSave { get; set; }

    /// <summary>Called once after the next write, so that a test can lose its answer.</summary>
    public Action? AfterSave { get; set; }

    /// <summary>Whether the next write is done and then says that another was quicker: a client that heard nothing tried twice.</summary>
    public bool IsSavedUnheard { get; set; }

    public Task<SourceRecord> Read(string institution, string source, CancellationToken cancellation)
    {
        Transactions++;
        return Task.FromResult(_rows.GetValueOrDefault((institution, source)) ?? new());
    }

    public Task<IReadOnlyDictionary<string, SourceRecord>> All(string institution, CancellationToken cancellation)
    {
        Transactions++;
        return Task.FromResult<IReadOnlyDictionary<string, SourceRecord>>(
            _rows.Where(row => row.Key.Item1 == institution).ToDictionary(row => row.Key.Item2, row => row.Value));
    }

    public Task<bool> Save(string institution, string source, SourceRecord record, CancellationToken cancellation)
    {
        Transactions++;
        var before = BeforeSave;
        BeforeSave = null;
        before?.Invoke();
        if (_rows.GetValueOrDefault((institution, source))?.Version != record.Version)
            return Task.FromResult(false);
        _rows[(institution, source)] = record with { Version = Transactions.ToString(CultureInfo.InvariantCulture) };
        var (after, heard) = (AfterSave, !IsSavedUnheard);
        (AfterSave, IsSavedUnheard) = (null, false);
        after?.Invoke();
        return Task.FromResult(heard);
    }
}
