namespace IntegrationHub.Core.Model.Institutions;

/// <summary>One LMS of an institution that sends completions to <c>/hooks/{institution}/{source}</c>.</summary>
public sealed record Source
{
    /// <summary>The institution's id.</summary>
    public string Institution { get; init; } = "";

    /// <summary>Name within the institution, lower-case letters, digits and dashes, e.g. <c>canvas</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What sends: the name of a <c>SourceKind</c>, e.g. <c>canvas</c> or <c>xapi</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// How a delivery proves that it comes from there: the name of an <c>AuthenticationKind</c>, one of those that the kind
    /// allows.
    /// </summary>
    public required string Authentication { get; init; }

    /// <summary>What kind and authentication need and is not secret, e.g. <c>jwks</c>, <c>accounts</c> (separated by spaces).</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Inbound secrets by purpose, e.g. <c>password</c>.</summary>
    public required IReadOnlyDictionary<string, InboundSecret> Secrets { get; init; }

    /// <summary>The zone of times that come without one, where their format says none: the source's own, else the institution's.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How many deliveries a minute each instance of the hub takes from it; null where there is no limit.</summary>
    public int? PerMinute { get; init; }

    /// <summary>The LMS's own API; null where the institution gives the hub no access to it.</summary>
    public Connection? Api { get; init; }

    /// <summary>How the learners behind its names of them are found.</summary>
    public LearnerMatching Learners { get; init; } = new();

    /// <summary>The setting's value; null where it is absent.</summary>
    public string? Setting(string setting) => Settings.GetValueOrDefault(setting);

    /// <summary>The setting's values, split at spaces; empty where it is absent.</summary>
    public IReadOnlyList<string> List(string setting) =>
        Settings.TryGetValue(setting, out var value)
            ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [];
}

/// <summary>Names of the settings that hold an inbound secret: the current one, and for a while the one before.</summary>
/// <param name="Current">Setting name of the value in force.</param>
/// <param name="Previous">Setting name of the value that is being replaced; null where there is none.</param>
/// <param name="Until">The end of the previous value; without it the previous value is not accepted.</param>
public sealed record InboundSecret(string Current, string? Previous = null, DateTimeOffset? Until = null);
