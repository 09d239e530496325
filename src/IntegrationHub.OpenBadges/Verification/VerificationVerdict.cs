namespace IntegrationHub.OpenBadges.Verification;

/// <summary>The verdict that follows from all checks.</summary>
public enum VerificationVerdict
{
    /// <summary>Genuine, unaltered and in force.</summary>
    Valid,

    /// <summary>Genuine and unaltered, but not a badge, record or endorsement as the standard wants it.</summary>
    Nonstandard,

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

    /// <summary>Of a kind that is not checked here, such as Open Badges 2.0: nothing is proven or refuted.</summary>
    Unsupported,

    /// <summary>Not a credential, altered, or not from the issuer it names.</summary>
    Invalid,
}

/// <summary>The verdict as a pure function of the checks.</summary>
internal static class Verdicts
{
    private static readonly CheckKind[] Proof = [CheckKind.Contexts, CheckKind.Issuer, CheckKind.Signature];

    /// <summary>
    /// The gravest of what the checks say. What is not proven to be the issuer's is never called genuine, in force or not:
    /// its dates and its status are the words of whoever wrote it. Endorsements and schema never speak against a credential; what
    /// is not as the standard wants it says nothing of who wrote it.
    /// </summary>
    public static VerificationVerdict Of(IEnumerable<VerificationCheck> checks)
    {
        var all = checks.ToList();
        var gravest = all.Select(Of).DefaultIfEmpty(VerificationVerdict.Undetermined).Max();
        return gravest >= VerificationVerdict.Unsupported || IsProven(all) ? gravest : VerificationVerdict.Undetermined;
    }

    private static bool IsProven(List<VerificationCheck> checks) => Proof.All(kind =>
        checks.Where(check => check.Kind == kind).Select(check => check.Outcome).DefaultIfEmpty()
            .All(outcome => outcome == CheckOutcome.Passed));

    private static VerificationVerdict Of(VerificationCheck check) => check switch
    {
        { Kind: CheckKind.Endorsements or CheckKind.Schema } => VerificationVerdict.Valid,
        { Outcome: CheckOutcome.Passed or CheckOutcome.NotApplicable } => VerificationVerdict.Valid,
        { Kind: CheckKind.Readable, Outcome: CheckOutcome.Unknown } when OtherKinds.IsNamed(check.Reason) =>
            VerificationVerdict.Unsupported,
        { Outcome: CheckOutcome.Unknown } => VerificationVerdict.Undetermined,
        // A value in another shape may hide what it says: that stays a refusal.
        { Kind: CheckKind.Shape, Reason: VerificationReason.MemberMissing or VerificationReason.TypeWrong } =>
            VerificationVerdict.Nonstandard,
        { Reason: VerificationReason.Revoked } => VerificationVerdict.Revoked,
        { Reason: VerificationReason.Suspended } => VerificationVerdict.Suspended,
        { Reason: VerificationReason.Expired } => VerificationVerdict.Expired,
        { Reason: VerificationReason.NotYetValid } => VerificationVerdict.NotYetValid,
        _ => VerificationVerdict.Invalid,
    };
}
