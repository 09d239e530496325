using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Console.Verifying;

/// <summary>Checks and verdicts as words and signs: never as colour alone.</summary>
internal static class CheckWords
{
    public static string Symbol(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "✓",
        CheckOutcome.Failed => "✕",
        CheckOutcome.Unknown => "?",
        _ => "–",
    };

    public static string Symbol(this VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Valid => "✓",
        VerificationVerdict.Undetermined or VerificationVerdict.Unsupported or VerificationVerdict.NotYetValid => "?",
        VerificationVerdict.Suspended or VerificationVerdict.Expired or VerificationVerdict.Nonstandard => "!",
        _ => "✕",
    };

    /// <summary>What of its own words a document may be believed.</summary>
    public static string ClaimsKey(this VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Valid => "verify.claims.proven",
        VerificationVerdict.Nonstandard => "verify.claims.nonstandard",
        VerificationVerdict.NotYetValid or VerificationVerdict.Expired or VerificationVerdict.Suspended or VerificationVerdict.Revoked =>
            "verify.claims.past",
        _ => "verify.claims.unproven",
    };
}
