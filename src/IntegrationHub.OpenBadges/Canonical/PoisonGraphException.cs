namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>
/// A document has so many blank nodes that look alike that telling them apart would take too long. Such documents are made to exhaust
/// a verifier.
/// </summary>
public sealed class PoisonGraphException : Exception
{
    internal PoisonGraphException(int steps, bool isLate = false)
        : base($"The blank nodes of the document could not be told apart within {steps} steps")
    {
        IsLate = isLate;
    }

    /// <summary>Whether time ran out before the steps did: that says nothing of the document.</summary>
    public bool IsLate { get; }
}
