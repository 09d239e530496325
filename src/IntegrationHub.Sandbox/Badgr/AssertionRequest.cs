using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Badgr;

internal sealed record AssertionRequest(Assertion Assertion, bool AllowDuplicates)
{
    public static (AssertionRequest?, IResult? Fault) Read(JsonObject? body, Course course, DateTimeOffset now)
    {
        if (body is null)
            return (null, BadgrAnswers.Invalid("JSON parse error"));
        if (body["recipient"]?["identity"].Text() is not { Length: > 0 } identity)
            return (null, BadgrAnswers.InvalidField("recipient", "This field is required"));
        if ((body["recipient"]?["type"].Text() ?? "email") != "email" || !identity.Contains('@'))
            return (null, BadgrAnswers.Invalid("Enter a valid email address."));
        if (!Time(body["issuedOn"], out var issuedOn))
            return (null, BadgrAnswers.InvalidField("issuedOn", "Datetime has wrong format. Use ISO 8601."));
        if (issuedOn > now)
            return (null, BadgrAnswers.InvalidField("issuedOn", "Only issuedOn dates in the past are acceptable."));
        if (!Time(body["expires"], out var expires))
            return (null, BadgrAnswers.InvalidField("expires", "Datetime has wrong format. Use ISO 8601."));
        if (body["evidence"] is { } evidence && !IsEvidence(evidence))
            return (null, BadgrAnswers.InvalidField("evidence", "Either url or narrative is required"));

        var assertion = new Assertion(
            NewEntityId(),
            course,
            identity.ToLowerInvariant(), // badgr-server stores and hashes it so.
            Flag(body["recipient"]?["hashed"], true),
            NewEntityId(),
            issuedOn ?? now,
            now,
            expires,
            body["narrative"].Text(),
            body["evidence"]?.DeepClone());
        return (new(assertion, Flag(body["allowDuplicateAwards"], true)), null);
    }

    private static bool IsEvidence(JsonNode node) =>
        node is JsonArray items
        && items.All(item => item is JsonObject && (item["url"].Text() ?? item["narrative"].Text()) is { Length: > 0 });

    private static bool Time(JsonNode? node, out DateTimeOffset? time)
    {
        time = null;
        if (node is null)
            return true;
        if (!DateTimeOffset.TryParse(node.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
            return false;
        time = parsed;
        return true;
    }

    private static bool Flag(JsonNode? node, bool otherwise) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => otherwise,
        };


    private static string NewEntityId() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
