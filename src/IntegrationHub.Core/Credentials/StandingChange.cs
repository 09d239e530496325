using System.Globalization;
using IntegrationHub.Core.Awards;

namespace IntegrationHub.Core.Credentials;

/// <summary>A person's word on a credential, on its way through the queue. The later word counts, in whatever order they arrive; a revocation is for good.</summary>
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

    /// <summary>What the award's timeline says of it.</summary>
    public TimelineEntry Entry(Credential credential) => new(
        credential.Award.Cycle,
        At,
        To switch { Standing.Revoked => TimelineEvent.Revoked, Standing.Suspended => TimelineEvent.Suspended, _ => TimelineEvent.Resumed },
        StepName.Badge,
        credential.Erased is null ? Reason : null);

    /// <summary>As a message's reference.</summary>
    public string ToReference() => string.Create(CultureInfo.InvariantCulture, $"{Credential}/{To}/{At:O}/{Reason}");

    /// <summary>Reads what <see cref="ToReference"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static StandingChange Parse(string? reference) =>
        reference?.Split('/', 4) is [var credential, var to, var at, var reason] && Enum.TryParse<Standing>(to, out var standing)
            ? new(CredentialId.Parse(credential), standing, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), reason.Length == 0 ? null : reason)
            : throw new FormatException("This is no change of a credential's standing (credential/standing/time/reason).");
}
