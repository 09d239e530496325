namespace IntegrationHub.OpenBadges.Baking;

/// <summary>A picture that cannot be baked or unbaked.</summary>
public sealed class BakingException : Exception
{
    /// <summary>What is wrong with the picture.</summary>
    public BakingException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
