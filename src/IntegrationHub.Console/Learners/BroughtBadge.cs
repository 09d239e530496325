using System.Text.Json;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Console.Learners;

/// <summary>A badge from elsewhere that a learner brings for the record.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Content">The file.</param>
/// <param name="Report">What became of its checks.</param>
/// <param name="Address">The learner's e-mail address; null where none is known.</param>
public sealed record BroughtBadge(string File, ReadOnlyMemory<byte> Content, VerificationReport Report, string? Address)
{
    /// <summary>Whether a record may join it: a badge, all verifies, it names no other holder, and the record can be signed.</summary>
    public bool IsJoinable => Obstacle is null;

    /// <summary>The key of the text that says why not; null where it may.</summary>
    internal string? Obstacle =>
        Report.Verdict != VerificationVerdict.Valid ? $"verdict.{Report.Verdict}.text"
        : Report.Facts?.Kind is not (CredentialKind.Badge or CredentialKind.LearnerRecord) ? "holder.record.other"
        : IsAnothers ? "holder.record.another"
        : !Fits ? "holder.record.older"
        : null;

    /// <summary>The reasons of the checks that did not pass.</summary>
    internal IEnumerable<VerificationReason> Reasons => Report.Verdict == VerificationVerdict.Valid
        ? []
        : Report.Checks
            .Where(check => check.Outcome is CheckOutcome.Failed or CheckOutcome.Unknown && check.Reason != VerificationReason.None)
            .Select(check => check.Reason).Distinct();

    /// <summary>Whether it, or a credential joined in it, names its holder by e-mail address, and not by the learner's.</summary>
    private bool IsAnothers => All(Report).Any(one => one.Document is { } document
        && NamedHolder.ByEmail(document, Address) == HolderMatch.SomebodyElse);

    /// <summary>Whether a record with it could be signed. A JWT lies in it as a mere text.</summary>
    private bool Fits => BadgeFile.Open(Content) is not { Kind: BadgeFileKind.Json } opened
        || LinkedData.WhyNotWithin(JsonElement.Parse(opened.Credential.Span), ContextAddress.LearnerRecord) is null;

    private static IEnumerable<VerificationReport> All(VerificationReport report) => report.Joined.SelectMany(All).Prepend(report);
}
