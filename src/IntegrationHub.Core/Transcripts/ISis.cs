using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Transcripts;

/// <summary>A student information system: it knows the students, and takes what they earned on their record.</summary>
public interface ISis : IPersonDirectory
{
    /// <summary>
    /// Writes a transcript entry; looks up first, an entry that is already there is success, and one that was withdrawn is adjusted back.
    /// </summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer, or refused.</exception>
    Task<Recording> Record(Institution institution, Connection connection, TranscriptEntry entry, CancellationToken cancellation);

    /// <summary>Asks whether a submitted entry is on the record now.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer, or refused.</exception>
    Task<Recording> Confirm(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string reference,
        CancellationToken cancellation);


    /// <summary>
    /// Takes a transcript entry back by an adjustment, never by deleting it; looks up first, so that again changes nothing.
    /// What somebody already took back by hand is success; any other value that somebody gave is quoted and left.
    /// </summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="connection">The system.</param>
    /// <param name="entry">The entry as it would be written.</param>
    /// <param name="reference">The SIS's id of the entry; null where none was noted.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The adjusted entry; null where the entry was never there.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer, or refused; "refused" also where only a
    /// registrar can do it.</exception>
    Task<Recording?> Withdraw(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string? reference,
        CancellationToken cancellation);
}

/// <summary>What is written to the SIS.</summary>
/// <param name="AwardId">The award it follows from: the external key where the SIS has a place for one.</param>
/// <param name="PersonId">The SIS's own id of the learner.</param>
/// <param name="Target">Where and how.</param>
/// <param name="Title">Title of the micro-credential.</param>
/// <param name="Awarded">When it was earned.</param>
/// <param name="Reference">The SIS's id of the entry, where an earlier attempt noted one.</param>
public sealed record TranscriptEntry(
    string AwardId,
    string PersonId,
    RecordTarget Target,
    BilingualText Title,
    DateTimeOffset Awarded,
    string? Reference = null);

/// <summary>How far a transcript entry has come.</summary>
/// <param name="Recorded">Whether it is on the record; false: submitted, a registrar may still roll it.</param>
/// <param name="Reference">The SIS's id of the entry.</param>
public sealed record Recording(bool Recorded, string Reference);
