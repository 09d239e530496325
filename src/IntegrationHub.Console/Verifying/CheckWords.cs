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

    public static string Symbol(this Verdict verdict) => verdict switch
    {
        Verdict.Valid => "✓",
        Verdict.Undetermined or Verdict.NotYetValid => "?",
        Verdict.Suspended or Verdict.Expired => "!",
        _ => "✕",
    };

    /// <summary>What of its own words a document may be believed.</summary>
    public static string ClaimsKey(this Verdict verdict) => verdict switch
    {
        Verdict.Valid => "verify.claims.proven",
        Verdict.NotYetValid or Verdict.Expired or Verdict.Suspended or Verdict.Revoked => "verify.claims.past",
        _ => "verify.claims.unproven",
    };
}
