using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>A comprehensive learner record (CLR 2.0): several credentials of one learner under one signature.</summary>
public sealed record ClrCredential
{
    /// <summary>Addresses of its JSON-LD contexts, in order.</summary>
    [JsonPropertyName("@context")]
    public IReadOnlyList<string> Context { get; init; } = ContextAddress.LearnerRecord;

    /// <summary>Its own address.</summary>
    public required string Id { get; init; }

    /// <summary>Its types; ClrCredential is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["VerifiableCredential", "ClrCredential"];

    /// <summary>Name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Short description.</summary>
    public string? Description { get; init; }

    /// <summary>Picture to show.</summary>
    public BadgeImage? Image { get; init; }

    /// <summary>When it was put together.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    /// <summary>True when the issuer knows of more than it holds.</summary>
    public bool? Partial { get; init; }

    /// <summary>The learner and the credentials.</summary>
    public required ClrSubject CredentialSubject { get; init; }

    /// <summary>Who signs; the id is the DID.</summary>
    public required Profile Issuer { get; init; }

    /// <summary>Valid from then on, to the second.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Expired after it; null never expires.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Work behind the record.</summary>
    public IReadOnlyList<AchievementEvidence>? Evidence { get; init; }

    /// <summary>The published JSON Schemas it conforms to.</summary>
    public IReadOnlyList<CredentialSchema>? CredentialSchema { get; init; }

    /// <summary>
    /// Where to look whether it is revoked or suspended. One entry is written as an object, as the strict schema wants; several as an
    /// array.
    /// </summary>
    [JsonConverter(typeof(OneOrMany<CredentialStatusEntry>))]
    public IReadOnlyList<CredentialStatusEntry>? CredentialStatus { get; init; }
}

/// <summary>The learner and the joined credentials.</summary>
public sealed record ClrSubject
{
    /// <summary>Identifier of the learner, a URI.</summary>
    public string? Id { get; init; }

    /// <summary>Its types; ClrSubject is among them.</summary>
    public IReadOnlyList<string> Type { get; init; } = ["ClrSubject"];

    /// <summary>Other identifiers.</summary>
    public IReadOnlyList<IdentityObject>? Identifier { get; init; }

    /// <summary>The joined credentials, signed, raw: their signatures survive.</summary>
    public required IReadOnlyList<JsonElement> VerifiableCredential { get; init; }

    /// <summary>Achievements that associations speak of.</summary>
    public IReadOnlyList<Achievement>? Achievement { get; init; }

    /// <summary>How they hang together.</summary>
    public IReadOnlyList<ClrAssociation>? Association { get; init; }
}

/// <summary>How two achievements or credentials hang together.</summary>
public sealed record ClrAssociation
{
    /// <summary>Always Association.</summary>
    public string Type { get; init; } = "Association";

    /// <summary>isChildOf, isParentOf, isPartOf, isPeerOf, precedes, replacedBy…</summary>
    public required string AssociationType { get; init; }

    /// <summary>Id of the one.</summary>
    public required string SourceId { get; init; }

    /// <summary>Id of the other.</summary>
    public required string TargetId { get; init; }
}

/// <summary>
/// A JWT credential as a node of linked data (EnvelopedVerifiableCredential of VC 2.0), so that a learner record can join it.
/// </summary>
public static class EnvelopedCredential
{
    private const string Type = "EnvelopedVerifiableCredential";
    private const string Prefix = "data:application/vc+jwt,";

    /// <summary>The node of a compact JWT.</summary>
    public static JsonElement Of(string jwt) => JsonSerializer.SerializeToElement<JsonNode>(new JsonObject
    {
        ["@context"] = new JsonArray(ContextAddress.Credentials),
        ["id"] = Prefix + jwt,
        ["type"] = new JsonArray(Type),
    });

    /// <summary>The compact JWT in a node, or null where it is no envelope of one.</summary>
    public static string? Open(JsonElement node) =>
        node.Texts("type").Contains(Type) && node.Text("id") is { } id && id.StartsWith(Prefix, StringComparison.Ordinal)
            ? id[Prefix.Length..]
            : null;
}
