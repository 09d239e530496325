using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Credentials;

/// <summary>What people of the institution do with a credential: each act puts a command on a queue.</summary>
public sealed class CredentialDesk(ICredentials credentials, IInstitutions institutions, ISecrets secrets, IQueues queues, TimeProvider time)
{
    /// <summary>Longest reason, in characters: it is shown to everybody who looks at the credential.</summary>
    public const int LongestReason = 300;

    /// <summary>The credential of an award; null where the hub issued none for it.</summary>
    public async Task<Credential?> Find(AwardId award, CancellationToken cancellation) =>
        institutions.Find(award.Institution, out var institution) == InstitutionState.InForce
            ? await credentials.Find(CredentialId.Of(award, secrets.Get(institution!.Pepper)), cancellation)
            : null;

    /// <summary>Suspends, resumes or revokes the credential of an award.</summary>
    /// <param name="award">The award.</param>
    /// <param name="to">What the institution says of it from now on.</param>
    /// <param name="reason">Why; shown to everybody who looks. Needed except for lifting a suspension.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<StandingVerdict> Change(AwardId award, Standing to, string? reason, CancellationToken cancellation)
    {
        if (await Find(award, cancellation) is not { } credential)
            return StandingVerdict.NoCredential;
        if (credential.Standing == Standing.Revoked)
            return StandingVerdict.RevokedForGood;
        if (credential.Standing == to)
            return StandingVerdict.Already;
        reason = string.IsNullOrWhiteSpace(reason) ? null : string.Join(' ', reason.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        if (to != Standing.Valid && reason is null)
            return StandingVerdict.ReasonMissing;
        if (reason?.Length > LongestReason)
            return StandingVerdict.ReasonTooLong;
        var change = new StandingChange(credential.Id, to, time.GetUtcNow(), to == Standing.Valid ? null : reason);
        await queues.Send(QueueNames.Badges, Envelope.Of(TrackingId.New(), award.Institution, MessageKinds.Standing, change.ToReference()), delay: null, cancellation);
        return StandingVerdict.Accepted;
    }
}

/// <summary>What came of a person's word on a credential.</summary>
public enum StandingVerdict
{
    /// <summary>It is on its way.</summary>
    Accepted,

    /// <summary>The hub issued no credential for this award.</summary>
    NoCredential,

    /// <summary>It is so already.</summary>
    Already,

    /// <summary>It is revoked, and that is for good.</summary>
    RevokedForGood,

    /// <summary>A reason is needed.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than <see cref="CredentialDesk.LongestReason"/>.</summary>
    ReasonTooLong,
}
