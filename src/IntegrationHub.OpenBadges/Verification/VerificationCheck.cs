namespace IntegrationHub.OpenBadges.Verification;

/// <summary>One check of a verification.</summary>
/// <param name="Kind">What was checked.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Reason">Why, where it did not pass.</param>
/// <param name="Detail">Which member, term, context or address; for the curious, not translated.</param>
public sealed record VerificationCheck(
    CheckKind Kind, CheckOutcome Outcome, VerificationReason Reason = VerificationReason.None, string? Detail = null)
{
    /// <summary>The worst of several checks of one kind; not applicable where there is none.</summary>
    internal static VerificationCheck Worst(CheckKind kind, IEnumerable<VerificationCheck> checks) =>
        checks.MaxBy(check => check.Outcome) ?? kind.NotApplicable();
}

/// <summary>What is checked, in the order in which it is shown.</summary>
public enum CheckKind
{
    /// <summary>The file holds a credential.</summary>
    Readable,

    /// <summary>Its contexts are known, and every term is defined by them.</summary>
    Contexts,

    /// <summary>It has the members and types that the standard requires.</summary>
    Shape,

    /// <summary>The key is the issuer's.</summary>
    Issuer,

    /// <summary>The signature was made with that key over this content.</summary>
    Signature,

    /// <summary>Its validity has begun.</summary>
    ValidFrom,

    /// <summary>Its validity has not ended.</summary>
    NotExpired,

    /// <summary>The issuer has not revoked it.</summary>
    NotRevoked,

    /// <summary>The issuer has not suspended it.</summary>
    NotSuspended,

    /// <summary>The schema it names is of a known type.</summary>
    Schema,

    /// <summary>The endorsements in it verify and concern it. A failure says nothing against the credential itself.</summary>
    Endorsements,

    /// <summary>The credentials joined in a learner record verify.</summary>
    Joined,
}

/// <summary>The outcome of a check, from best to worst.</summary>
public enum CheckOutcome
{
    /// <summary>There is nothing of the kind to check.</summary>
    NotApplicable,

    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It could not be determined.</summary>
    Unknown,

    /// <summary>It does not hold.</summary>
    Failed,
}

/// <summary>Makes checks of a kind.</summary>
internal static class CheckKinds
{
    public static VerificationCheck Passed(
        this CheckKind kind, VerificationReason reason = VerificationReason.None, string? detail = null) =>
        new(kind, CheckOutcome.Passed, reason, detail);

    public static VerificationCheck Failed(this CheckKind kind, VerificationReason reason, string? detail = null) =>
        new(kind, CheckOutcome.Failed, reason, detail);

    public static VerificationCheck Unknown(this CheckKind kind, VerificationReason reason, string? detail = null) =>
        new(kind, CheckOutcome.Unknown, reason, detail);

    public static VerificationCheck NotApplicable(this CheckKind kind) => new(kind, CheckOutcome.NotApplicable);
}
