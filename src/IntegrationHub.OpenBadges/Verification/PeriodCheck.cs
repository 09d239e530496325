namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential is in its time.</summary>
internal static class PeriodCheck
{
    /// <summary>What the clocks of honest computers may differ.</summary>
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(2);

    public static Check Begun(CredentialFacts facts, DateTimeOffset now) => facts.ValidFrom switch
    {
        null => Check.NotApplicable(CheckKind.ValidFrom),
        { } from when from > now + s_skew => Check.Failed(CheckKind.ValidFrom, Reason.NotYetValid),
        _ => Check.Passed(CheckKind.ValidFrom),
    };

    public static Check NotEnded(CredentialFacts facts, DateTimeOffset now) => facts.ValidUntil switch
    {
        null => Check.NotApplicable(CheckKind.NotExpired),
        { } until when until <= now => Check.Failed(CheckKind.NotExpired, Reason.Expired),
        _ => Check.Passed(CheckKind.NotExpired),
    };
}
