using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Console;

/// <summary>A badge from elsewhere that a learner brings for the record.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Content">The file.</param>
/// <param name="Report">What became of its checks.</param>
/// <param name="Inside">What the credential in it is.</param>
public sealed record BroughtBadge(string File, ReadOnlyMemory<byte> Content, VerificationReport Report, BadgeFileKind Inside)
{
    /// <summary>Whether a record may join it: a badge, as signed JSON, and everything verifies.</summary>
    public bool IsJoinable => Obstacle is null;

    /// <summary>The key of the text that says why not; null where it may.</summary>
    internal string? Obstacle =>
        Report.Verdict != Verdict.Valid ? $"verdict.{Report.Verdict}.text"
        : Report.Facts?.Kind is not (CredentialKind.Badge or CredentialKind.LearnerRecord) ? "holder.record.other"
        : Inside != BadgeFileKind.Json ? "holder.record.jwt"
        : null;

    /// <summary>The reasons of the checks that did not pass.</summary>
    internal IEnumerable<Reason> Reasons => Report.Verdict == Verdict.Valid
        ? []
        : Report.Checks.Where(check => check.Outcome is CheckOutcome.Failed or CheckOutcome.Unknown && check.Reason != Reason.None).Select(check => check.Reason).Distinct();
}
