namespace IntegrationHub.Core.Failures;

/// <summary>
/// The hub's own storage does not do what was asked of it now: an outage like any other (law 6), and no mistake of the hub's.
/// </summary>
/// <param name="message">What it answered, if anything, without a word of what was asked.</param>
/// <param name="inner">The cause.</param>
public sealed class StorageSilentException(string message, Exception? inner = null) : IOException(message, inner);
