using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Connectors.Badges.Recognition;

/// <summary>
/// Takes in credentials from other institutions that count in stacks and as prerequisites: it verifies, its issuer is on the
/// institution's list, and it is the learner's. One of another tenant of this hub is a stranger's like any other: only what
/// it publishes is looked at. Nothing of the document is kept but its id, its days and what it counts as.
/// </summary>
public sealed class OutsideCredentials(CredentialVerifier verifier, RecognitionCommands commands, TimeProvider time)
{
    /// <summary>Longest id of a credential that is taken in, in characters.</summary>
    private const int LongestId = 500;

    /// <summary>The learner brings a credential: it must name him by the e-mail address that the SIS holds.</summary>
    public Task<Recognised> BringOwn(Institution institution, Learner learner, ReadOnlyMemory<byte> file, CancellationToken cancellation) =>
        Bring(institution, learner, file, learner.Email, isVouchedFor: false, cancellation);

    /// <summary>The registrar brings a credential, and vouches that it is the learner's where it names nobody.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="learner">The learner.</param>
    /// <param name="file">Signed JSON, a JWT, or a picture with either in it.</param>
    /// <param name="address">The e-mail address under which the other institution knows the learner; null for the SIS's.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<Recognised> BringFor(
        Institution institution,
        Learner learner,
        ReadOnlyMemory<byte> file,
        string? address,
        CancellationToken cancellation) => Bring(institution, learner, file, address ?? learner.Email, isVouchedFor: true, cancellation);


    private async Task<Recognised> Bring(
        Institution institution,
        Learner learner,
        ReadOnlyMemory<byte> file,
        string? address,
        bool isVouchedFor,
        CancellationToken cancellation)
    {
        var report = await verifier.Verify(file, cancellation);
        if (report is not { Facts: { } facts, Document: { } document })
            return new(RecognitionVerdict.Unreadable, report);
        if (facts.Kind != CredentialKind.Badge)
            return new(RecognitionVerdict.NotABadge, report);
        // Only what is proven has such a verdict: what a forger says of a credential, that it is revoked, ends nothing.
        var isTakenBack = report.Verdict is VerificationVerdict.Revoked or VerificationVerdict.Suspended;
        if (report.Verdict != VerificationVerdict.Valid && !isTakenBack)
            return new(RecognitionVerdict.NotVerified, report);
        if (institution.Recognise(facts.IssuerId, facts.AchievementId) is not { } recognised)
            return new(RecognitionVerdict.NotRecognised, report);
        if (facts is not { Id.Length: > 0 and <= LongestId, ValidFrom: { } begins } || !Uri.TryCreate(facts.Id, UriKind.Absolute, out _))
            return new(RecognitionVerdict.WithoutId, report);
        var named = (
            Email: NamedHolder.ByEmail(document, address),
            Name: NamedHolder.ByName(document, learner.GivenName, learner.FamilyName));
        if (named.Email == HolderMatch.SomebodyElse || named.Name == HolderMatch.SomebodyElse)
            return new(RecognitionVerdict.NamesSomebodyElse, report, recognised);
        if (named.Email != HolderMatch.ThePerson && !isVouchedFor)
            return new(RecognitionVerdict.NamesNobody, report, recognised);

        var now = time.GetUtcNow();
        var earned = facts.AwardedDate <= now ? facts.AwardedDate.Value : begins;
        var outside = new ExternalCredential(facts.Id, earned.ToUniversalTime(), facts.ValidUntil?.ToUniversalTime(), now, isTakenBack);
        var told = await commands.Count(institution, learner.Id, recognised, outside, cancellation);
        return new(
            isTakenBack ? RecognitionVerdict.NotVerified
                : told.Count == 0 ? RecognitionVerdict.NothingRests
                : RecognitionVerdict.Counts,
            report,
            recognised,
            told);
    }
}

/// <summary>What came of a credential that was brought.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Report">Its checks.</param>
/// <param name="As">What it is recognised as; null where it is not.</param>
/// <param name="For">The micro-credentials that may rest on it.</param>
public sealed record Recognised(
    RecognitionVerdict Verdict,
    VerificationReport Report,
    RecognisedCredential? As = null,
    IReadOnlyList<MicroCredential>? For = null);

/// <summary>Verdicts on a credential that was brought.</summary>
public enum RecognitionVerdict
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>It is no credential that can be read.</summary>
    Unreadable,

    /// <summary>It is a credential, but no badge.</summary>
    NotABadge,

    /// <summary>Its checks do not pass; its verdict says whether it is expired, revoked or worse.</summary>
    NotVerified,

    /// <summary>Its issuer, or its achievement, is not on the institution's list.</summary>
    NotRecognised,

    /// <summary>It has no id, or none that could be kept: nobody could tell whether it comes twice.</summary>
    WithoutId,

    /// <summary>It names its holder, and that is not the learner.</summary>
    NamesSomebodyElse,

    /// <summary>It does not say by e-mail address whose it is.</summary>
    NamesNobody,

    /// <summary>It is recognised, but no micro-credential rests on it.</summary>
    NothingRests,
}
