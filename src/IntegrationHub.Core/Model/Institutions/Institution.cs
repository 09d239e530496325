using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>A tenant: one college, university or Indigenous institute, with its sources, its connections and its catalogue.</summary>
public sealed record Institution
{
    /// <summary>Short identifier, lower-case letters and digits, e.g. <c>lacnord</c>. Part of every key and address.</summary>
    public required string Id { get; init; }

    /// <summary>Display name in both languages.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>IANA time zone in which people of the institution read times, e.g. <c>America/Toronto</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The first day of its records: an earlier completion asks a person.</summary>
    public DateOnly RecordsBegin { get; init; } = UsualRecordsBegin;

    /// <summary>The day where the institution states none: micro-credentials are younger.</summary>
    public static DateOnly UsualRecordsBegin { get; } = new(2015, 1, 1);

    /// <summary>The language of letters and credentials for whom the SIS states none: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = UsualLanguage;

    /// <summary>The language where the institution states none.</summary>
    public const string UsualLanguage = "en";

    /// <summary>Name of the setting that holds the pepper of the learners' look-up keys (at least 16 characters).</summary>
    public required string Pepper { get; init; }

    /// <summary>The LMS connections, by name.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>The outside systems it writes to, by their role.</summary>
    public required IReadOnlyDictionary<ConnectionRole, Connection> Connections { get; init; }

    /// <summary>The institution as the issuer of its own credentials; null where it never was one.</summary>
    public Issuer? Issuer { get; init; }

    /// <summary>The micro-credentials it awards, by code.</summary>
    public required IReadOnlyDictionary<string, MicroCredential> MicroCredentials { get; init; }

    /// <summary>What it does where the choice is its own.</summary>
    public Policy Policy { get; init; } = new();

    /// <summary>Credentials from other institutions that count in its stacks, by name.</summary>
    public IReadOnlyDictionary<string, RecognisedCredential> Recognised { get; init; } = new Dictionary<string, RecognisedCredential>();

    /// <summary>
    /// The recognised credential that an outside one is: of its very issuer, and the entry that names its achievement before one that takes
    /// all of the issuer's.
    /// </summary>
    /// <param name="issuer">The issuer's id, as verified.</param>
    /// <param name="achievement">Id of the achievement; null where the credential states none.</param>
    /// <returns>Null where the institution does not recognise it.</returns>
    public RecognisedCredential? Recognise(string? issuer, string? achievement) => Recognised.Values
        .Where(one => one.Issuer == issuer && (one.Achievements.Count == 0 || one.Achievements.Contains(achievement)))
        .MaxBy(one => one.Achievements.Count > 0);

    /// <summary>Title of what a code or a name stands for in its catalogue; the code where the catalogue has it no more.</summary>
    public BilingualText TitleOf(string code) =>
        MicroCredentials.GetValueOrDefault(code)?.Summary.Title ?? Recognised.GetValueOrDefault(code)?.Title ?? new(code, code);

    /// <summary>What its courses and assessments lead to.</summary>
    public OfferingIndex Offerings => OfferingIndex.Of(MicroCredentials);

    /// <summary>A catalogue entry that something already counts for.</summary>
    /// <exception cref="InvalidOperationException">It is gone from the catalogue.</exception>
    public MicroCredential Entry(string code) =>
        MicroCredentials.GetValueOrDefault(code)
        ?? throw new InvalidOperationException(
            $"The institution '{Id}' has no micro-credential '{code}' any more; put it back, then retry.");


    /// <summary>The zone where the institution is.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The day of a moment where the institution is.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <inheritdoc cref="Zones.MomentOf"/>
    public DateTimeOffset MomentOf(DateTime local) => Zone.MomentOf(local);

    /// <summary>The connection for a role, or null where the institution has none.</summary>
    public Connection? Connection(ConnectionRole role) => Connections.GetValueOrDefault(role);
}
