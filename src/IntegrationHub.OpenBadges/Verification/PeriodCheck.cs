namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential is in its time.</summary>
internal static class PeriodCheck
{
    /// <summary>What the clocks of honest computers may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public static VerificationCheck Begun(CredentialFacts facts, DateTimeOffset now) => facts.ValidFrom switch
    {
        null => CheckKind.ValidFrom.NotApplicable(),
        { } from when from > now + Skew => CheckKind.ValidFrom.Failed(VerificationReason.NotYetValid),
        _ => CheckKind.ValidFrom.Passed(),
    };

    public static VerificationCheck NotEnded(CredentialFacts facts, DateTimeOffset now) => facts.ValidUntil switch
    {
        null => CheckKind.NotExpired.NotApplicable(),
        { } until when until <= now => CheckKind.NotExpired.Failed(VerificationReason.Expired),
        _ => CheckKind.NotExpired.Passed(),
    };
}
