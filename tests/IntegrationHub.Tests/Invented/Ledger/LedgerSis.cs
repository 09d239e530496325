using System.Collections.Concurrent;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Tests.Invented.Ledger;

/// <summary>Writes into Ledger, which is a dictionary here: a person’s entries by award.</summary>
internal sealed class LedgerSis : ISis
{
    private readonly ConcurrentDictionary<string, string> _entries = [];

    public string Kind => "ledger";

    public Task<Person?> FindPerson(Institution institution, Connection connection, string studentNumber, CancellationToken cancellation) =>
        Task.FromResult<Person?>(new(studentNumber, studentNumber, "Ada", "Roy", $"{studentNumber}@example.ca", "fr"));

    public Task<IReadOnlyList<Person>> FindByEmail(
        Institution institution,
        Connection connection,
        string email,
        CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Person>>([]);

    public Task<Recording> Record(Institution institution, Connection connection, TranscriptEntry entry, CancellationToken cancellation) =>
        Task.FromResult(new Recording(true, _entries.GetOrAdd(entry.AwardId, _ => $"{connection.Settings["book"]}-{entry.Target.Code}")));

    public Task<Recording> Confirm(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string reference,
        CancellationToken cancellation) =>
        Task.FromResult(new Recording(_entries.ContainsKey(entry.AwardId), reference));

    public Task<Recording?> Withdraw(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string? reference,
        CancellationToken cancellation) =>
        Task.FromResult(_entries.TryRemove(entry.AwardId, out var there) ? new Recording(true, there) : null);
}
