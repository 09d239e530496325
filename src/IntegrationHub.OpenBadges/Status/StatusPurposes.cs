namespace IntegrationHub.OpenBadges.Status;

/// <summary>What a status list speaks of.</summary>
public static class StatusPurposes
{
    /// <summary>Withdrawn for good.</summary>
    public const string Revocation = "revocation";

    /// <summary>Withdrawn for now.</summary>
    public const string Suspension = "suspension";

    /// <summary>A text to show, which takes nothing from the credential.</summary>
    public const string Message = "message";

    /// <summary>That a newer credential can be had, which takes nothing from this one.</summary>
    public const string Refresh = "refresh";
}
