namespace IntegrationHub.OpenBadges.Verification;

/// <summary>What all checks together say.</summary>
public enum Verdict
{
    /// <summary>Genuine, unaltered and in force.</summary>
    Valid,

    /// <summary>Nothing speaks against it, but something needed cannot be told.</summary>
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
    /// <summary>The gravest of what the checks say. Endorsements and schema never speak against a credential.</summary>
    public static Verdict Of(IEnumerable<Check> checks) => checks.Select(Of).DefaultIfEmpty(Verdict.Undetermined).Max();

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
