using System.Globalization;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Testing.Storage;

/// <summary>The register of events in memory, with the same conditional writes.</summary>
internal sealed class InMemoryEvents : IEventRegister
{
    private readonly Lock _gate = new();
    private readonly Dictionary<EventKey, RegisteredEvent> _entries = [];
    private int _version;

    public IReadOnlyDictionary<EventKey, RegisteredEvent> Entries => _entries;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Called before each write, so that a test can be quicker.</summary>
    public Func<Task>? BeforeWrite { get; set; }

    public Task<RegisteredEvent?> Find(EventKey key, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Reads++;
            return Task.FromResult(_entries.GetValueOrDefault(key));
        }
    }

    public async Task<RegisteredEvent?> Save(EventKey key, RegisteredEvent entry, CancellationToken cancellation)
    {
        if (BeforeWrite is { } before)
            await before();
        lock (_gate)
        {
            if (_entries.GetValueOrDefault(key)?.Version != entry.Version)
                return null;
            return _entries[key] = entry with { Version = (++_version).ToString(CultureInfo.InvariantCulture) };
        }
    }
}
