namespace IntegrationHub.OpenBadges.Verification;

/// <summary>What the credentials inside one mean for it.</summary>
internal static class InnerChecks
{
    public static VerificationCheck Endorsements(InnerCredentials inner, IReadOnlyList<VerificationReport> reports)
    {
        var checks = reports.Select(report => report is { Verdict: not VerificationVerdict.Invalid, Facts: { } facts }
            && (facts.Kind != CredentialKind.Endorsement || facts.SubjectId is not { } subject || !inner.Ids.Contains(subject))
            ? CheckKind.Endorsements.Failed(VerificationReason.EndorsesSomethingElse, facts.SubjectId)
            : Of(CheckKind.Endorsements, report));
        return All(CheckKind.Endorsements, checks, inner.Endorsements.Count, reports.Count);
    }

    public static VerificationCheck Joined(InnerCredentials inner, IReadOnlyList<VerificationReport> reports) =>
        All(CheckKind.Joined, reports.Select(report => Of(CheckKind.Joined, report)), inner.Joined.Count, reports.Count);

    /// <summary>A record may well join what has since expired or been revoked: that is said, not held against it.</summary>
    private static VerificationCheck Of(CheckKind kind, VerificationReport report) => report.Verdict switch
    {
        VerificationVerdict.Valid => kind.Passed(),
        VerificationVerdict.Invalid => kind.Failed(VerificationReason.InnerInvalid, report.Facts?.Id),
        VerificationVerdict.Undetermined or VerificationVerdict.Unsupported =>
            kind.Unknown(VerificationReason.InnerUndetermined, report.Facts?.Id),
        VerificationVerdict.Nonstandard => kind.Passed(VerificationReason.InnerNonstandard, report.Facts?.Id),
        _ => kind.Passed(VerificationReason.InnerNotInForce, report.Facts?.Id),
    };

    private static VerificationCheck All(CheckKind kind, IEnumerable<VerificationCheck> checks, int present, int lookedAt)
    {
        var all = lookedAt < present ? checks.Append(kind.Unknown(VerificationReason.TooMany)) : checks;
        return all.OrderByDescending(check => check.Outcome).ThenByDescending(check => check.Reason).FirstOrDefault()
            ?? kind.NotApplicable();
    }
}
