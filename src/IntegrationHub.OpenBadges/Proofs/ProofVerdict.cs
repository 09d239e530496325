using IntegrationHub.OpenBadges.JsonLd;

namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>Whether a proof holds, and if not, why.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Unreadable">Where <see cref="ProofFault.UnreadableDocument"/>: what, and at which place.</param>
public sealed record ProofVerdict(ProofFault Fault, JsonLdException? Unreadable = null)
{
    /// <summary>Whether the proof holds.</summary>
    public bool Holds => Fault == ProofFault.None;
}
