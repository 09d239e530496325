namespace IntegrationHub.OpenBadges.Model;

/// <summary>The JSON Schema a credential conforms to.</summary>
public sealed record CredentialSchema
{
    /// <summary>Address of the schema.</summary>
    public required string Id { get; init; }

    /// <summary>How it validates; the only type of the standard needs the context <see cref="ContextAddress.Extensions"/>.</summary>
    public string Type { get; init; } = "1EdTechJsonSchemaValidator2019";
}

/// <summary>Addresses of the published JSON Schemas.</summary>
public static class SchemaAddress
{
    /// <summary>Of an achievement credential.</summary>
    public const string Achievement = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    /// <summary>Of an endorsement.</summary>
    public const string Endorsement = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json";

    /// <summary>Of a comprehensive learner record.</summary>
    public const string Clr = "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json";
}
