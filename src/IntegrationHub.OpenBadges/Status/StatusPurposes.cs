namespace IntegrationHub.OpenBadges.Status;

/// <summary>What a status list is about.</summary>
public static class StatusPurposes
{
    /// <summary>Permanently withdrawn.</summary>
    public const string Revocation = "revocation";

    /// <summary>Temporarily withdrawn.</summary>
    public const string Suspension = "suspension";

    /// <summary>A message to show; the credential stays valid.</summary>
    public const string Message = "message";

    /// <summary>A newer credential is available; this one stays valid.</summary>
    public const string Refresh = "refresh";
}
