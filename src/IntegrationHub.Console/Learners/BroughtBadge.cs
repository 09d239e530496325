using System.Text.Json;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Console;

/// <summary>A badge from elsewhere that a learner brings for the record.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Content">The file.</param>
/// <param name="Report">What became of its checks.</param>
/// <param name="Address">The learner's e-mail address; null where none is known.</param>
public sealed record BroughtBadge(string File, ReadOnlyMemory<byte> Content, VerificationReport Report, string? Address)
{
    /// <summary>Whether a record may join it: a badge, everything verifies, and it names no other holder.</summary>
    public bool IsJoinable => Obstacle is null;

    /// <summary>The key of the text that says why not; null where it may.</summary>
    internal string? Obstacle =>
        Report.Verdict != Verdict.Valid ? $"verdict.{Report.Verdict}.text"
        : Report.Facts?.Kind is not (CredentialKind.Badge or CredentialKind.LearnerRecord) ? "holder.record.other"
        : IsAnothers ? "holder.record.another"
        : null;

    /// <summary>The reasons of the checks that did not pass.</summary>
    internal IEnumerable<Reason> Reasons => Report.Verdict == Verdict.Valid
        ? []
        : Report.Checks.Where(check => check.Outcome is CheckOutcome.Failed or CheckOutcome.Unknown && check.Reason != Reason.None).Select(check => check.Reason).Distinct();

    /// <summary>Whether it names its holder by e-mail address, and not by the learner's.</summary>
    private bool IsAnothers => Named(Report).Any(named => named.Count > 0 && !named.Exists(IsTheLearner));

    /// <summary>The e-mail identities that a credential, and each one joined in it, names.</summary>
    private static IEnumerable<List<JsonElement>> Named(VerificationReport report) => report.Joined.SelectMany(Named).Prepend(
        report.Document is { } document ? [.. Identifiers(document).Where(identity => Text(identity, "identityType") == "emailAddress")] : []);

    private bool IsTheLearner(JsonElement identity) =>
        Address is { } address
        && Text(identity, "identityHash") is { } named
        && (identity.TryGetProperty("hashed", out var hashed) && hashed.ValueKind == JsonValueKind.True
            ? IdentityHash.Matches(named, address, Text(identity, "salt")) || IdentityHash.Matches(named, address.ToLowerInvariant(), Text(identity, "salt"))
            : named.Equals(address, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<JsonElement> Identifiers(JsonElement document) =>
        All(document, "credentialSubject").SelectMany(subject => All(subject, "identifier")).Where(identity => identity.ValueKind == JsonValueKind.Object);

    private static IEnumerable<JsonElement> All(JsonElement element, string member)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(member, out var value))
            yield break;
        if (value.ValueKind != JsonValueKind.Array)
            yield return value;
        else
            foreach (var item in value.EnumerateArray())
                yield return item;
    }

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
