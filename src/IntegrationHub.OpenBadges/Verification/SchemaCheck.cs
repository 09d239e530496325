using System.Text.Json;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether the schemas that a credential names are of a known type; the shape itself is checked apart.</summary>
internal static class SchemaCheck
{
    public static Check Of(JsonElement credential) => Check.Worst(CheckKind.Schema, credential.All("credentialSchema").Select(schema =>
        schema.Text("type") is "1EdTechJsonSchemaValidator2019" or "JsonSchema"
            ? Check.Passed(CheckKind.Schema)
            : Check.Unknown(CheckKind.Schema, Reason.SchemaUnknown, schema.Text("type"))));
}
