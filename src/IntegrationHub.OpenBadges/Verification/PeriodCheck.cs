using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential is in its time. Of a time that cannot be read nobody knows.</summary>
internal static class PeriodCheck
{
    /// <summary>What the clocks of honest computers may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public static VerificationCheck Begun(Presented presented, DateTimeOffset now) => presented.Facts.ValidFrom switch
    {
        _ when Unreadable(presented, "nbf", "validFrom", "issuanceDate") is { } member =>
            CheckKind.ValidFrom.Unknown(VerificationReason.ValueMalformed, member),
        null => CheckKind.ValidFrom.NotApplicable(),
        { } from when from > now + Skew => CheckKind.ValidFrom.Failed(VerificationReason.NotYetValid),
        _ => CheckKind.ValidFrom.Passed(),
    };

    public static VerificationCheck NotEnded(Presented presented, DateTimeOffset now) => presented.Facts.ValidUntil switch
    {
        { } until when until <= now => CheckKind.NotExpired.Failed(VerificationReason.Expired),
        _ when Unreadable(presented, "exp", "validUntil", "expirationDate") is { } member =>
            CheckKind.NotExpired.Unknown(VerificationReason.ValueMalformed, member),
        null => CheckKind.NotExpired.NotApplicable(),
        _ => CheckKind.NotExpired.Passed(),
    };

    private static string? Unreadable(Presented presented, string claim, params string[] members) =>
        presented.Jwt?.Payload is { } claims && claims.Member(claim) is not null && JwtClaims.Time(claims, claim) is null
            ? claim
            : members.FirstOrDefault(member => !presented.Credential.IsTimeOrAbsent(member));
}
