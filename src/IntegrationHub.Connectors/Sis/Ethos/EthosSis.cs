using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>Banner and Colleague through Ellucian Ethos Integration.</summary>
internal sealed class EthosSis(OutsideClients clients, ITokens tokens, ISecrets secrets, TimeProvider time) : ISis
{
    /// <inheritdoc/>
    public string Kind => "ethos";

    /// <inheritdoc/>
    public Task<Person?> FindPerson(Institution institution, Connection connection, string studentNumber, CancellationToken cancellation) =>
        EthosPeople.Find(Connect(institution, connection), studentNumber, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Person>> FindByEmail(
        Institution institution,
        Connection connection,
        string email,
        CancellationToken cancellation) => EthosPeople.FindByEmail(Connect(institution, connection), email, cancellation);


    /// <inheritdoc/>
    public Task<Recording> Record(Institution institution, Connection connection, TranscriptEntry entry, CancellationToken cancellation) =>
        entry.Target.Kind switch
        {
            RecordTargetKind.SectionGrade => EthosSectionGrades.Record(Connect(institution, connection), entry, cancellation),
            RecordTargetKind.NonCourse => EthosNonCourses.Record(Connect(institution, connection), entry, cancellation),
            _ => throw NoPlace(entry),
        };

    /// <inheritdoc/>
    public Task<Recording> Confirm(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string reference,
        CancellationToken cancellation) =>
        entry.Target.Kind == RecordTargetKind.SectionGrade
            ? EthosSectionGrades.Confirm(Connect(institution, connection), entry, reference, cancellation)
            : Task.FromResult(new Recording(true, reference));

    /// <inheritdoc/>
    public Task<Recording?> Withdraw(
        Institution institution,
        Connection connection,
        TranscriptEntry entry,
        string? reference,
        CancellationToken cancellation) =>
        entry.Target.Kind switch
        {
            RecordTargetKind.SectionGrade => EthosSectionGrades.Withdraw(Connect(institution, connection), entry, cancellation),
            RecordTargetKind.NonCourse => EthosNonCourses.Withdraw(Connect(institution, connection), entry, reference, cancellation),
            _ => throw NoPlace(entry),
        };

    private static OutsideException NoPlace(TranscriptEntry entry) =>
        new(OutsideFault.Refused, $"Ethos has no place for a record of kind {entry.Target.Kind}.");

    private EthosConnection Connect(Institution institution, Connection connection) =>
        new(clients.For<IEthosApi>(EthosConnection.System, institution, connection), tokens, secrets, time, institution, connection);
}
