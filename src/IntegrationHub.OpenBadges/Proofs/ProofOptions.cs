namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>What a proof says besides the signature.</summary>
public sealed record ProofOptions
{
    /// <summary>The purpose of a proof by which an issuer vouches for a credential.</summary>
    public const string AssertionMethod = "assertionMethod";

    /// <summary>URL of the key, e.g. <c>did:web:hub.example.ca:issuers:lacnord#z6Mk…</c>.</summary>
    public required string VerificationMethod { get; init; }

    /// <summary>When the proof was made; written to the second, in UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What the proof is for.</summary>
    public string ProofPurpose { get; init; } = AssertionMethod;
}
