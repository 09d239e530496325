namespace IntegrationHub.OpenBadges.Verification;

/// <summary>What all checks together say.</summary>
public enum Verdict
{
    /// <summary>Genuine, unaltered and in force.</summary>
    Valid,

    /// <summary>Neither proven nor refuted: something needed cannot be told.</summary>
    Undetermined,

    /// <summary>Genuine, not valid yet.</summary>
    NotYetValid,

    /// <summary>Genuine, but expired.</summary>
    Expired,

    /// <summary>Genuine, but suspended.</summary>
    Suspended,

    /// <summary>Genuine, but revoked.</summary>
    Revoked,

    /// <summary>Not a credential, altered, or not of who it says.</summary>
    Invalid,
}

/// <summary>The verdict as a pure function of the checks.</summary>
public static class Verdicts
{
    private static readonly CheckKind[] s_proof = [CheckKind.Contexts, CheckKind.Issuer, CheckKind.Signature];

    /// <summary>
    /// The gravest of what the checks say. What is not proven to be the issuer's is never called genuine, in force or not:
    /// its dates and its status are the words of whoever wrote it. Endorsements and schema never speak against a credential.
    /// </summary>
    public static Verdict Of(IEnumerable<Check> checks)
    {
        var all = checks.ToList();
        var gravest = all.Select(Of).DefaultIfEmpty(Verdict.Undetermined).Max();
        return gravest == Verdict.Invalid || IsProven(all) ? gravest : Verdict.Undetermined;
    }

    private static bool IsProven(List<Check> checks) => s_proof.All(kind =>
        checks.Where(check => check.Kind == kind).Select(check => check.Outcome).DefaultIfEmpty().All(outcome => outcome == CheckOutcome.Passed));

    private static Verdict Of(Check check) => check switch
    {
        { Kind: CheckKind.Endorsements or CheckKind.Schema } => Verdict.Valid,
        { Outcome: CheckOutcome.Passed or CheckOutcome.NotApplicable } => Verdict.Valid,
        { Outcome: CheckOutcome.Unknown } => Verdict.Undetermined,
        { Reason: Reason.Revoked } => Verdict.Revoked,
        { Reason: Reason.Suspended } => Verdict.Suspended,
        { Reason: Reason.Expired } => Verdict.Expired,
        { Reason: Reason.NotYetValid } => Verdict.NotYetValid,
        _ => Verdict.Invalid,
    };
}
