namespace IntegrationHub.Core.Lms;

/// <summary>A stretch of time.</summary>
/// <param name="Since">Its first moment.</param>
/// <param name="Until">The first moment after it.</param>
public sealed record Period(DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>Whether a moment is in it.</summary>
    public bool Holds(DateTimeOffset moment) => moment >= Since && moment < Until;
}
