namespace IntegrationHub.Core.Model.Awards;

/// <summary>Where dossiers are kept. Writes are conditional: who comes second reads again and decides again.</summary>
public interface IDossiers
{
    /// <summary>Reads a dossier; empty where there is none.</summary>
    Task<Dossier> Read(DossierId id, CancellationToken cancellation);

    /// <summary>
    /// Adds what is news and writes the decision, and the awards that follow or change, all or nothing; only what is too much for one
    /// transaction may be there in part until it is decided again, and whoever reads meanwhile decides by that part.
    /// </summary>
    /// <param name="read">The dossier as it was read.</param>
    /// <param name="change">What becomes of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False where the dossier was changed since it was read: it is to be read and decided again.</returns>
    Task<bool> Decide(Dossier read, DossierChange change, CancellationToken cancellation);

    /// <summary>Writes steps of an award, all or nothing, if none was changed since it was read.</summary>
    /// <returns>The steps with their new versions, or null where one was changed: nothing was written.</returns>
    Task<IReadOnlyList<Step>?> Save(
        AwardId award,
        IReadOnlyList<Step> steps,
        IReadOnlyList<TimelineEntry> entries,
        CancellationToken cancellation);


    /// <summary>Adds to the timeline of an award; the same entry again changes nothing.</summary>
    Task Note(AwardId award, TimelineEntry entry, CancellationToken cancellation);

    /// <summary>
    /// Erases what a dossier tells of a person (law 15): evidence, results, the other sides' ids. What is left are the award keys, their
    /// dates and an entry that says so.
    /// </summary>
    Task Erase(DossierId id, DateTimeOffset now, CancellationToken cancellation);
}

/// <summary>Which awards are open and which are recent: two small tables, so that nobody ever scans the dossiers.</summary>
public interface IAwardIndex
{
    /// <summary>Notes an award as open and as recent, before its first step is queued.</summary>
    Task Open(AwardId award, DateTimeOffset opened, CancellationToken cancellation);

    /// <summary>Takes an award out of the open ones, with its last step.</summary>
    Task Close(AwardId award, DateTimeOffset opened, CancellationToken cancellation);

    /// <summary>The awards still open that were opened before a moment.</summary>
    IAsyncEnumerable<(AwardId Award, DateTimeOffset Opened)> OpenedBefore(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>An institution's latest awards, the newest first.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="days">How many days back, counting today.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<AwardId>> Recent(string institution, int days, int most, CancellationToken cancellation);
}
