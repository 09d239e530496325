using System.Text.Json;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether the schemas that a credential names are of a known type; the shape itself is checked apart.</summary>
internal static class SchemaCheck
{
    public static VerificationCheck Of(JsonElement credential) => VerificationCheck.Worst(
        CheckKind.Schema,
        credential.All("credentialSchema").Select(schema =>
        schema.Text("type") is "1EdTechJsonSchemaValidator2019" or "JsonSchema"
            ? CheckKind.Schema.Passed()
            : CheckKind.Schema.Unknown(VerificationReason.SchemaUnknown, schema.Text("type"))));
}
