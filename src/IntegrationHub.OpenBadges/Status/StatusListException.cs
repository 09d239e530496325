namespace IntegrationHub.OpenBadges.Status;

/// <summary>A published status list that cannot be read.</summary>
public sealed class StatusListException : Exception
{
    /// <summary>What is wrong with the list.</summary>
    public StatusListException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
