using System.Text.Json;
using IntegrationHub.OpenBadges.Baking;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>All that was found out about a file.</summary>
public sealed record VerificationReport
{
    /// <summary>What the file is.</summary>
    public required BadgeFileKind File { get; init; }

    /// <summary>What the credential says of itself; null where there is none to be read.</summary>
    public CredentialFacts? Facts { get; init; }

    /// <summary>The credential as JSON (of a JWT: its payload), as somebody brought it; null where there is none to be read.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>The checks, one per kind, in the order of <see cref="CheckKind"/>; only the first where it fails.</summary>
    public required IReadOnlyList<VerificationCheck> Checks { get; init; }

    /// <summary>What became of each endorsement in it.</summary>
    public IReadOnlyList<VerificationReport> Endorsements { get; init; } = [];

    /// <summary>What became of each credential that a learner record joins.</summary>
    public IReadOnlyList<VerificationReport> Joined { get; init; } = [];

    /// <summary>What all checks together say.</summary>
    public VerificationVerdict Verdict => Verdicts.Of(Checks);

    /// <summary>The check of a kind, or null where it was not come to.</summary>
    public VerificationCheck? this[CheckKind kind] => Checks.FirstOrDefault(check => check.Kind == kind);
}
