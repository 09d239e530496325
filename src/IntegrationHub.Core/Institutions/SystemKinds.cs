namespace IntegrationHub.Core.Institutions;

/// <summary>What a kind of source or connection must and may state; lint and the connectors both read it.</summary>
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

    /// <summary>LMS protocols by kind.</summary>
    public static IReadOnlyDictionary<string, SystemKind> Sources { get; } = new Dictionary<string, SystemKind>
    {
        ["canvas"] = new(false, ["jwks", "accounts"], [], []),
        ["xapi"] = new(false, [], [], ["user", "password"]),
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
        };
}
