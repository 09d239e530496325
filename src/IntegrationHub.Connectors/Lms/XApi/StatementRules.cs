using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>What xAPI 1.0.3 demands of a statement, as far as a store must refuse it (Data, 2.2 and 2.4).</summary>
internal static partial class StatementRules
{
    private static readonly string[] Identifiers = ["mbox", "mbox_sha1sum", "openid", "account"];

    /// <summary>What is wrong with a statement, e.g. <c>has no actor</c>; null where nothing is.</summary>
    public static string? Fault(JsonElement? statement)
    {
        if (statement is not { ValueKind: JsonValueKind.Object })
            return "is not an object";
        if (statement.At("id") is not null && !IsUuid(statement.Text("id")))
            return "has an id that is no UUID";
        if (statement.At("timestamp") is not null && statement.Time("timestamp") is null)
            return "has a timestamp that is not ISO 8601";
        if (statement.At("version") is not null && !IsVersion(statement.Text("version")))
            return "has a version that is not 1.0.x";
        if (!IsIri(statement.Text("verb", "id")))
            return "has no verb.id that is an IRI";
        return Actor(statement.At("actor")) ?? Object(statement.At("object"));
    }

    /// <summary>Whether a version is one that this endpoint speaks.</summary>
    public static bool IsVersion(string? version) => version is not null && Version().IsMatch(version);

    private static string? Actor(JsonElement? actor)
    {
        if (actor is not { ValueKind: JsonValueKind.Object })
            return "has no actor";
        var given = Identifiers.Count(name => actor.At(name) is not null);
        if (actor.Text("objectType") == "Group" && given == 0)
            return actor.At("member")?.ValueKind == JsonValueKind.Array ? null : "has a group without an identifier or members as actor";
        if (given != 1)
            return "has an actor without exactly one of mbox, mbox_sha1sum, openid and account";
        if (actor.At("mbox") is not null && actor.Text("mbox")?.StartsWith("mailto:", StringComparison.Ordinal) != true)
            return "has an actor whose mbox does not begin with mailto:";
        if (actor.At("account") is not null && (actor.Text("account", "name") is null || !IsIri(actor.Text("account", "homePage"))))
            return "has an actor whose account has no name or no homePage";
        return null;
    }

    private static string? Object(JsonElement? o)
    {
        if (o is not { ValueKind: JsonValueKind.Object })
            return "has no object";
        return o.Text("objectType") switch
        {
            null or "Activity" => IsIri(o.Text("id")) ? null : "has an object without an id that is an IRI",
            "StatementRef" => IsUuid(o.Text("id")) ? null : "refers to a statement by an id that is no UUID",
            "Agent" or "Group" => null,
            "SubStatement" => IsIri(o.Text("verb", "id")) ? null : "has a sub-statement without verb.id",
            _ => "has an object of an unknown objectType",
        };
    }

    private static bool IsUuid(string? text) => Guid.TryParseExact(text, "D", out _);

    private static bool IsIri(string? text) => text is not null && Scheme().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:\S+\z")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^1\.0(\.\d+)?\z")]
    private static partial Regex Version();
}
