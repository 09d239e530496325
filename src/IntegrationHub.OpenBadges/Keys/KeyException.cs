namespace IntegrationHub.OpenBadges.Keys;

/// <summary>A key, DID or DID document that cannot be used. The message says what is wrong and never shows the key.</summary>
public sealed class KeyException : Exception
{
    /// <summary>What is wrong.</summary>
    public KeyException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
