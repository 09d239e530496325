namespace IntegrationHub.OpenBadges.Verification;

/// <summary>The verdict that follows from all checks.</summary>
public enum VerificationVerdict
{
    /// <summary>Genuine, unaltered and in force.</summary>
    Valid,

    /// <summary>Neither proven nor refuted: something that is needed is unknown.</summary>
    Undetermined,

    /// <summary>Genuine, not valid yet.</summary>
    NotYetValid,

    /// <summary>Genuine, but expired.</summary>
    Expired,

    /// <summary>Genuine, but suspended.</summary>
    Suspended,

    /// <summary>Genuine, but revoked.</summary>
    Revoked,

    /// <summary>Not a credential, altered, or not from the issuer it names.</summary>
    Invalid,
}

/// <summary>The verdict as a pure function of the checks.</summary>
internal static class Verdicts
{
    private static readonly CheckKind[] Proof = [CheckKind.Contexts, CheckKind.Issuer, CheckKind.Signature];

    /// <summary>
    /// The gravest of what the checks say. What is not proven to be the issuer's is never called genuine, in force or not:
    /// its dates and its status are the words of whoever wrote it. Endorsements and schema never speak against a credential.
    /// </summary>
    public static VerificationVerdict Of(IEnumerable<VerificationCheck> checks)
    {
        var all = checks.ToList();
        var gravest = all.Select(Of).DefaultIfEmpty(VerificationVerdict.Undetermined).Max();
        return gravest == VerificationVerdict.Invalid || IsProven(all) ? gravest : VerificationVerdict.Undetermined;
    }

    private static bool IsProven(List<VerificationCheck> checks) => Proof.All(kind =>
        checks.Where(check => check.Kind == kind).Select(check => check.Outcome).DefaultIfEmpty()
            .All(outcome => outcome == CheckOutcome.Passed));

    private static VerificationVerdict Of(VerificationCheck check) => check switch
    {
        { Kind: CheckKind.Endorsements or CheckKind.Schema } => VerificationVerdict.Valid,
        { Outcome: CheckOutcome.Passed or CheckOutcome.NotApplicable } => VerificationVerdict.Valid,
        { Outcome: CheckOutcome.Unknown } => VerificationVerdict.Undetermined,
        { Reason: VerificationReason.Revoked } => VerificationVerdict.Revoked,
        { Reason: VerificationReason.Suspended } => VerificationVerdict.Suspended,
        { Reason: VerificationReason.Expired } => VerificationVerdict.Expired,
        { Reason: VerificationReason.NotYetValid } => VerificationVerdict.NotYetValid,
        _ => VerificationVerdict.Invalid,
    };
}
