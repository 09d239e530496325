namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>A text that is not a compact JWT with a JSON object in it, or a credential that cannot become one.</summary>
public sealed class VcJwtException : Exception
{
    /// <summary>What is wrong.</summary>
    public VcJwtException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
