namespace IntegrationHub.Core.Model.Institutions;

/// <summary>What a kind of source must and may state, beside what its authentication needs.</summary>
/// <param name="Authentications">The ways in which it can prove its deliveries, the usual one first.</param>
/// <param name="Settings">Required settings.</param>
/// <param name="OptionalSettings">Settings that may be left out.</param>
public sealed record SourceKind(
    IReadOnlyList<string> Authentications,
    IReadOnlyList<string> Settings,
    IReadOnlyList<string> OptionalSettings);

/// <summary>What a kind of connection must and may state; lint and the connectors both read it.</summary>
/// <param name="NeedsAddress">Whether <c>address</c> is required.</param>
/// <param name="Settings">Required settings.</param>
/// <param name="OptionalSettings">Settings that may be left out.</param>
/// <param name="Secrets">Required secrets.</param>
public sealed record SystemKind(
    bool NeedsAddress,
    IReadOnlyList<string> Settings,
    IReadOnlyList<string> OptionalSettings,
    IReadOnlyList<string> Secrets);

/// <summary>The kinds of systems the hub can speak to.</summary>
public static class SystemKinds
{
    /// <summary>The badge platform that is the hub itself: no outside system, its own issuer.</summary>
    public const string Hub = "hub";

    /// <summary>What sends completions, by kind.</summary>
    public static IReadOnlyDictionary<string, SourceKind> Sources { get; } = new Dictionary<string, SourceKind>
    {
        ["canvas"] = new([AuthenticationSchemes.SignedBody, AuthenticationSchemes.SecretAddress], ["accounts"], ["courseGrades"]),
        ["caliper"] = new(AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.Bearer, AuthenticationSchemes.BareAuthorization), [], ["studentNumber"]),
        ["blackboard"] = new(AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.BareAuthorization, AuthenticationSchemes.Bearer), [], ["courseGrades", "studentNumber"]),
        ["moodle"] = new([.. AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.Basic), AuthenticationSchemes.TokenInBody], [], [LmsSite.Setting]),
        ["xapi"] = new(AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.Basic), [], ["homePage"]),
        ["json"] = new(
            [.. AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.Basic), AuthenticationSchemes.TokenInBody],
            [FieldSettings.Time, FieldSettings.Course],
            [FieldSettings.Events, FieldSettings.EventId, FieldSettings.Event, .. FieldSettings.OfAnEvent.Except([FieldSettings.Course]), .. FieldSettings.Vocabulary]),
        ["cloudevents"] = new(
            AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.Basic),
            [FieldSettings.Course],
            [FieldSettings.Time, .. FieldSettings.OfAnEvent.Except([FieldSettings.Course]), .. FieldSettings.Vocabulary]),
        ["openedx"] = new(AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.SecretAddress), [], []),
        ["brightspace"] = new(AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.SecretAddress), [], ["tenants"]),
        ["ags"] = new(AuthenticationSchemes.UsualThenAny(AuthenticationSchemes.Basic), [], ["course", "assessment"]),
    };

    /// <summary>Settings of sources that take one of a few values, by kind and name, the value that counts by default first.</summary>
    public static IReadOnlyDictionary<(string Kind, string Setting), IReadOnlyList<string>> Choices { get; } = new Dictionary<(string, string), IReadOnlyList<string>>
    {
        [("canvas", "courseGrades")] = ["final", "ignore", "count"],
        [("blackboard", "courseGrades")] = ["ignore", "count"],
        [("blackboard", "studentNumber")] = ["externalId", "none"],
    };

    /// <summary>The kind of API that the LMS behind a kind of source has; kinds that are not here have none that the hub speaks.</summary>
    public static IReadOnlyDictionary<string, string> Apis { get; } = new Dictionary<string, string>
    {
        ["canvas"] = "canvas",
        ["moodle"] = "moodle",
    };

    /// <summary>Outside systems by role and kind.</summary>
    public static IReadOnlyDictionary<(ConnectionRole Role, string Kind), SystemKind> Connections { get; } =
        new Dictionary<(ConnectionRole, string), SystemKind>
        {
            [(ConnectionRole.Sis, "ethos")] = new(true, ["personCredential"], ["nonCourseLevel", "nonCourseStatus", "nonCourseWithdrawnStatus", "gradeChangeReason"], ["apiKey"]),
            [(ConnectionRole.Badges, "badgr")] = new(true, [], [], ["user", "password"]),
            [(ConnectionRole.Badges, Hub)] = new(false, [], [], []),
            [(ConnectionRole.Channel, "workflows")] = new(false, [], [], ["url"]),
            [(ConnectionRole.Mail, "graph")] = new(true, ["tenant", "sender", "tokenAddress"], [], ["clientId", "clientSecret"]),
            [(ConnectionRole.Directory, "graph")] = new(true, ["tenant", "tokenAddress"], ["studentNumber", "find"], ["clientId", "clientSecret"]),
            [(ConnectionRole.Lms, "canvas")] = new(true, [], [], ["token"]),
            [(ConnectionRole.Lms, "moodle")] = new(true, [], [], ["token"]),
        };
}
