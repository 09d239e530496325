using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Badges;

/// <summary>
/// A change of what the institution says of a credential. The later one counts, in whatever order they arrive; a revocation is for good.
/// </summary>
/// <param name="Credential">Which.</param>
/// <param name="To">What the institution says of it from now on.</param>
/// <param name="At">When the person said so.</param>
/// <param name="Reason">Why; null for lifting a suspension.</param>
public sealed record CredentialStatusChange(CredentialId Credential, CredentialStatus To, DateTimeOffset At, string? Reason)
{
    /// <summary>The credential after the change; null where the change says nothing new.</summary>
    public Credential? Apply(Credential credential) =>
        credential.Standing == CredentialStatus.Revoked
        || credential.Standing == To
        || (credential.StandingSince >= At && To != CredentialStatus.Revoked)
            ? null
            : credential with { Standing = To, Reason = credential.Erased is null ? Reason : null, StandingSince = At };
}
