namespace IntegrationHub.Core.Credentials;

/// <summary>A change of what the institution says of a credential. The later one counts, in whatever order they arrive; a revocation is for good.</summary>
/// <param name="Credential">Which.</param>
/// <param name="To">What the institution says of it from now on.</param>
/// <param name="At">When the person said so.</param>
/// <param name="Reason">Why; null for lifting a suspension.</param>
public sealed record StandingChange(CredentialId Credential, Standing To, DateTimeOffset At, string? Reason)
{
    /// <summary>The credential after the change; null where the change says nothing new.</summary>
    public Credential? Apply(Credential credential) =>
        credential.Standing == Standing.Revoked || credential.Standing == To || (credential.StandingSince >= At && To != Standing.Revoked)
            ? null
            : credential with { Standing = To, Reason = credential.Erased is null ? Reason : null, StandingSince = At };
}
