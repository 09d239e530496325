namespace IntegrationHub.Core.Failures;

/// <summary>Why an outside system did not do what was asked.</summary>
public enum OutsideFault
{
    /// <summary>Not reachable, timed out or answered 5xx: try again later.</summary>
    Unavailable,

    /// <summary>Asked to slow down (429): try again after the time it named.</summary>
    Throttled,

    /// <summary>Our credential is refused: try again later, a person must look.</summary>
    Unauthorised,

    /// <summary>Refused for good: the same request will be refused again.</summary>
    Refused,

    /// <summary>
    /// It answered this request with something that is no answer to it, e.g. a page with status 200: what was asked may have been done.
    /// Look, then try again later; of other requests to the system this says nothing.
    /// </summary>
    Unreadable,
}

/// <summary>An outside system did not do what was asked.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">What was asked and what came back, in a sentence without secrets or personal data.</param>
/// <param name="retryAfter">How long the other side asked to wait.</param>
/// <param name="inner">The cause.</param>
public sealed class OutsideException(OutsideFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public OutsideFault Fault { get; } = fault;

    /// <summary>How long the other side asked to wait; null where it did not.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => Fault != OutsideFault.Refused;
}
