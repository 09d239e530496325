namespace IntegrationHub.OpenBadges.Status;

/// <summary>What a status list speaks of.</summary>
public static class StatusPurposes
{
    /// <summary>Withdrawn for good.</summary>
    public const string Revocation = "revocation";

    /// <summary>Withdrawn for now.</summary>
    public const string Suspension = "suspension";
}
