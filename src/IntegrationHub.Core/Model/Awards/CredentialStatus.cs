namespace IntegrationHub.Core.Model.Awards;

/// <summary>What an institution says of a credential.</summary>
public enum CredentialStatus
{
    /// <summary>It stands.</summary>
    Valid,

    /// <summary>It does not count for now.</summary>
    Suspended,

    /// <summary>It does not count any more, for good.</summary>
    Revoked,
}
