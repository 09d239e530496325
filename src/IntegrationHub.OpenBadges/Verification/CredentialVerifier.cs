using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Verifies whatever somebody brings: signed JSON, a JWT, or a picture with either in it.</summary>
/// <param name="documents">Fetches what credentials point to.</param>
/// <param name="time">Says what time it is; null is the system's.</param>
public sealed class CredentialVerifier(IDocuments documents, TimeProvider? time = null)
{
    private const int Deepest = 3;

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Looks at a file. Never throws for what is in it: a fault is a check that fails.</summary>
    public async Task<VerificationReport> Verify(ReadOnlyMemory<byte> file, CancellationToken cancellation = default)
    {
        using var session = new Session(documents, _time, cancellation);
        var report = await Verify(file, session, 0);
        cancellation.ThrowIfCancellationRequested();
        return report;
    }

    private static async Task<VerificationReport> Verify(ReadOnlyMemory<byte> file, Session session, int depth)
    {
        var (presented, kind, readable) = Presented.Read(file, session.Deadline);
        if (presented is null)
            return new() { File = kind, Checks = [readable] };
        if (readable.Reason == VerificationReason.Presentation)
            return await Presentation(presented, kind, readable, session, depth);

        var genuine = await new ProofChecks(session).Of(presented);
        var (notRevoked, notSuspended) = await new StatusCheck(session.StatusLists).Of(presented);
        var inner = InnerCredentials.Of(presented.Credential);
        var endorsements = await Inside(inner.Endorsements, session, presented.Facts.Kind == CredentialKind.Endorsement ? Deepest : depth);
        var joined = await Inside(inner.Joined, session, depth);
        return new()
        {
            File = kind,
            Facts = presented.Facts,
            Document = presented.Credential,
            Endorsements = endorsements,
            Joined = joined,
            Checks =
            [
                readable,
                genuine.Contexts,
                Shape(presented),
                genuine.Issuer,
                genuine.Signature,
                PeriodCheck.Begun(presented, session.Now),
                PeriodCheck.NotEnded(presented, session.Now),
                notRevoked,
                notSuspended,
                SchemaCheck.Of(presented.Credential),
                InnerChecks.Endorsements(inner, endorsements),
                InnerChecks.Joined(inner, joined),
            ],
        };
    }

    /// <summary>
    /// A presentation only carries credentials, and who presents them says nothing of who issued them: of one, the report is that of
    /// the credential; of several, each has its own.
    /// </summary>
    private static async Task<VerificationReport> Presentation(
        Presented presented, BadgeFileKind kind, VerificationCheck readable, Session session, int depth)
    {
        var inner = InnerCredentials.Of(presented.Credential);
        var joined = await Inside(inner.Joined, session, depth);
        return inner.Joined.Count == 1 && joined is [var only]
            ? only with { File = kind }
            : new() { File = kind, Checks = [readable, InnerChecks.Joined(inner, joined)], Joined = joined };
    }

    private static VerificationCheck Shape(Presented presented) =>
        presented.Jwt is { } jwt && JwtClaims.Malformed(jwt.Payload) is { } malformed
            ? CheckKind.Shape.Failed(VerificationReason.ValueMalformed, malformed)
        : presented.Jwt is { } other && JwtClaims.Contradiction(other) is { } claim
            ? CheckKind.Shape.Failed(VerificationReason.ClaimsDisagree, claim)
        : ShapeCheck.Of(presented.Credential, presented.Facts.Kind);

    private static async Task<IReadOnlyList<VerificationReport>> Inside(List<byte[]> credentials, Session session, int depth)
    {
        var reports = new List<VerificationReport>();
        if (depth < Deepest)
            foreach (var credential in credentials.TakeWhile(_ => session.MayGoOn))
                reports.Add(await Verify(credential, session, depth + 1));
        return reports;
    }
}
