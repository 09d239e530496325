using System.Text.Json;
using IntegrationHub.OpenBadges.Baking;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>The result of verifying a file.</summary>
public sealed record VerificationReport
{
    /// <summary>What the file is.</summary>
    public required BadgeFileKind File { get; init; }

    /// <summary>What the credential says of itself; null where none could be read.</summary>
    public CredentialFacts? Facts { get; init; }

    /// <summary>The credential as JSON (of a JWT: its payload), as it was presented; null where none could be read.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>The checks, one per kind, in the order of <see cref="CheckKind"/>; only the first where it fails.</summary>
    public required IReadOnlyList<VerificationCheck> Checks { get; init; }

    /// <summary>The result for each endorsement in it.</summary>
    public IReadOnlyList<VerificationReport> Endorsements { get; init; } = [];

    /// <summary>The result for each credential in a learner record.</summary>
    public IReadOnlyList<VerificationReport> Joined { get; init; } = [];

    /// <summary>The verdict that follows from all checks.</summary>
    public VerificationVerdict Verdict => Verdicts.Of(Checks);

    /// <summary>The check of a kind, or null where verification ended before it.</summary>
    public VerificationCheck? this[CheckKind kind] => Checks.FirstOrDefault(check => check.Kind == kind);
}
