using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Awarding;

/// <summary>
/// Enters events in the register and has them taken back, in whichever order they come: an event that is taken back looks
/// for what took it back after it is noted what it counted for; what takes back looks for what it counted for after it is
/// noted itself. Whoever comes second sees the other.
/// </summary>
public sealed class EventRegistry(IEventRegister register, Decider decider)
{
    /// <summary>Claims an event's id for its content, before anything follows from it.</summary>
    /// <returns>The entry; null where something else came before under the same id.</returns>
    public async Task<RegisteredEvent?> Enter(EventKey key, string digest, CancellationToken cancellation)
    {
        var known = new RegisteredEvent();
        while (true)
        {
            if (known.Digest is not null)
                return known.Digest == digest ? known : null;
            if (await register.Save(key, known with { Digest = digest }, cancellation) is { } entered)
                return entered;
            known = await register.Find(key, cancellation) ?? new();
        }
    }

    /// <summary>Notes what an event counted for, and takes it back there if it was taken back meanwhile.</summary>
    /// <param name="trackingId">Id of the cause.</param>
    /// <param name="institution">The tenant.</param>
    /// <param name="key">The event.</param>
    /// <param name="entry">Its entry, as it was when it was decided: what took it back until then is decided with it.</param>
    /// <param name="counted">What it counted for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Counted(
        string trackingId,
        Institution institution,
        EventKey key,
        RegisteredEvent entry,
        IReadOnlyList<CountedFor> counted,
        CancellationToken cancellation)
    {
        var decided = entry.TakenBack.Select(undoing => undoing.EventId).ToHashSet();
        while (counted.Except(entry.Counted).Any())
        {
            var saved = await register.Save(key, entry with { Counted = [.. entry.Counted.Union(counted)] }, cancellation);
            entry = saved ?? await register.Find(key, cancellation) ?? entry with { Version = null };
        }

        List<Evidence> meanwhile = [.. entry.TakenBack.Where(undoing => !decided.Contains(undoing.EventId))];
        foreach (var dossier in counted)
            await TakeBack(trackingId, institution, meanwhile, dossier, cancellation);
    }

    /// <summary>Takes an event back by its id: wherever it counted, and wherever it will.</summary>
    /// <param name="trackingId">Id of the cause.</param>
    /// <param name="institution">The tenant.</param>
    /// <param name="key">The event that is taken back.</param>
    /// <param name="undoing">What takes it back.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task TakeBack(string trackingId, Institution institution, EventKey key, Evidence undoing, CancellationToken cancellation)
    {
        var entry = await register.Find(key, cancellation) ?? new();
        while (entry.TakenBack.All(known => known.EventId != undoing.EventId))
        {
            var saved = await register.Save(key, entry with { TakenBack = [.. entry.TakenBack, undoing] }, cancellation);
            entry = saved ?? await register.Find(key, cancellation) ?? new();
        }

        foreach (var dossier in entry.Counted)
            await TakeBack(
                trackingId,
                institution,
                [.. entry.TakenBack.Where(known => known.EventId == undoing.EventId)],
                dossier,
                cancellation);
    }

    /// <summary>Notes that evidence counts for another learner now: what takes it back later will find it there.</summary>
    public async Task Moved(
        string trackingId,
        Institution institution,
        IEnumerable<Evidence> evidence,
        CountedFor to,
        CancellationToken cancellation)
    {
        foreach (var item in evidence)
        {
            var key = new EventKey(institution.Id, item.Source, item.EventId);
            var entry = await register.Find(key, cancellation);
            if (entry is null)
                continue;
            await TakeBack(trackingId, institution, entry.TakenBack, to, cancellation);
            await Counted(trackingId, institution, key, entry, [to], cancellation);
        }
    }

    private async Task TakeBack(
        string trackingId,
        Institution institution,
        IReadOnlyList<Evidence> undoings,
        CountedFor dossier,
        CancellationToken cancellation)
    {
        if (undoings.Count > 0)
            await decider.Decide(
                trackingId,
                institution,
                dossier.Learner,
                institution.Entry(dossier.MicroCredential),
                new(undoings),
                cancellation);
    }
}
