namespace IntegrationHub.Api;

/// <summary>A source.</summary>
public sealed record SourceResponse
{
    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>Its name within the institution.</summary>
    public required string Source { get; init; }

    /// <summary>The kind of sender, e.g. canvas or moodle.</summary>
    public required string Kind { get; init; }

    /// <summary>The scheme that proves its deliveries.</summary>
    public required string Authentication { get; init; }

    /// <summary>The address it sends to; the name of a setting stands in place of a secret.</summary>
    public required string Address { get; init; }

    /// <summary>The settings of its kind and scheme; no secret is among them.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>secretMissing, neverHeard, silent, troubled or heard.</summary>
    public required string State { get; init; }

    /// <summary>The state in words.</summary>
    public required LocalizedText StateText { get; init; }

    /// <summary>When it last sent something, UTC; null where never.</summary>
    public required DateTimeOffset? LastHeard { get; init; }

    /// <summary>Whether the hub can send it a test event.</summary>
    public required bool CanBeTested { get; init; }

    /// <summary>The settings of its secrets, and whether they have a value.</summary>
    public required IReadOnlyList<SourceSecret> Secrets { get; init; }

    /// <summary>How often each verdict was given.</summary>
    public required IReadOnlyList<SourceVerdictCount> Counts { get; init; }

    /// <summary>The last ten deliveries, the newest first.</summary>
    public required IReadOnlyList<SourceDelivery> Deliveries { get; init; }
}

/// <summary>Whether a setting holds a secret; never the secret.</summary>
/// <param name="Purpose">What it is for, e.g. password.</param>
/// <param name="Setting">Name of the setting.</param>
/// <param name="HasValue">Whether the setting has a value.</param>
/// <param name="PreviousUntil">Until when the previous value stays valid, UTC; null where it does not.</param>
public sealed record SourceSecret(string Purpose, string Setting, bool HasValue, DateTimeOffset? PreviousUntil);

/// <summary>How often a verdict was given.</summary>
/// <param name="Verdict">The verdict, as on deliveries.</param>
/// <param name="Count">How often, ever.</param>
/// <param name="Last">When last, UTC.</param>
public sealed record SourceVerdictCount(string Verdict, long Count, DateTimeOffset Last);

/// <summary>A delivery, without its payload.</summary>
/// <param name="At">When it was answered, UTC.</param>
/// <param name="Verdict">The hub's verdict, e.g. accepted, ignored or refused.</param>
/// <param name="VerdictText">The verdict in words.</param>
/// <param name="What">The names of the events in it.</param>
/// <param name="Completions">Number of completions in it.</param>
/// <param name="Why">The reason; null where the verdict says it all.</param>
/// <param name="Fault">Why it could not be read or taken, for technicians.</param>
/// <param name="TrackingId">The id under which the hub tracks it, or the id of a test.</param>
/// <param name="IsTest">Whether the hub itself sent it.</param>
public sealed record SourceDelivery(
    DateTimeOffset At, string Verdict, LocalizedText VerdictText, string? What, int Completions,
    LocalizedText? Why, string? Fault, string? TrackingId, bool IsTest);

/// <summary>The outcome of a test event.</summary>
/// <param name="Outcome">taken, notTaken, unreachable, elsewhere, onlyTheSender or secretMissing.</param>
/// <param name="Id">The tracking id of the delivery; null where nothing was sent.</param>
/// <param name="Status">The HTTP status; null where nothing answered.</param>
public sealed record SourceTestResponse(string Outcome, string? Id, int? Status);
