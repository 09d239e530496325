namespace IntegrationHub.OpenBadges.Model;

/// <summary>The JSON Schema a credential conforms to.</summary>
public sealed record CredentialSchema
{
    /// <summary>Address of the schema.</summary>
    public required string Id { get; init; }

    /// <summary>How it validates; the only type of the standard needs the context <see cref="ContextAddress.Extensions"/>.</summary>
    public string Type { get; init; } = "1EdTechJsonSchemaValidator2019";
}
