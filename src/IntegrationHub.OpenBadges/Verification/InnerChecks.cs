namespace IntegrationHub.OpenBadges.Verification;

/// <summary>What the credentials inside one mean for it.</summary>
internal static class InnerChecks
{
    public static Check Endorsements(InnerCredentials inner, IReadOnlyList<VerificationReport> reports)
    {
        var checks = reports.Select(report => report is { Verdict: not Verdict.Invalid, Facts: { } facts }
            && (facts.Kind != CredentialKind.Endorsement || facts.SubjectId is not { } subject || !inner.Ids.Contains(subject))
            ? Check.Failed(CheckKind.Endorsements, Reason.EndorsesSomethingElse, facts.SubjectId)
            : Of(CheckKind.Endorsements, report));
        return All(CheckKind.Endorsements, checks, inner.Endorsements.Count, reports.Count);
    }

    public static Check Joined(InnerCredentials inner, IReadOnlyList<VerificationReport> reports) =>
        All(CheckKind.Joined, reports.Select(report => Of(CheckKind.Joined, report)), inner.Joined.Count, reports.Count);

    /// <summary>A record may well join what has since expired or been revoked: that is said, not held against it.</summary>
    private static Check Of(CheckKind kind, VerificationReport report) => report.Verdict switch
    {
        Verdict.Valid => Check.Passed(kind),
        Verdict.Invalid => Check.Failed(kind, Reason.InnerInvalid, report.Facts?.Id),
        Verdict.Undetermined => Check.Unknown(kind, Reason.InnerUndetermined, report.Facts?.Id),
        _ => Check.Passed(kind, Reason.InnerNotInForce, report.Facts?.Id),
    };

    private static Check All(CheckKind kind, IEnumerable<Check> checks, int present, int lookedAt)
    {
        var all = lookedAt < present ? checks.Append(Check.Unknown(kind, Reason.TooMany)) : checks;
        return all.OrderByDescending(check => check.Outcome).ThenByDescending(check => check.Reason).FirstOrDefault() ?? Check.NotApplicable(kind);
    }
}
