using System.Text.Json;

namespace IntegrationHub.Api;

/// <summary>How the API writes JSON: camel case, null written out, moments as ISO 8601.</summary>
public static class HubJson
{
    /// <summary>The options of both ends; a client also refuses an answer that lacks a member, see <see cref="HubClient"/>.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>A value of an enumeration as the API names it, e.g. <c>awaitingApproval</c>.</summary>
    public static string NameOf(Enum value) => NameOf(value.ToString());

    /// <summary>The name of a type as the API says it, e.g. <c>unknownLearner</c>.</summary>
    public static string NameOf(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
