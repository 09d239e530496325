using System.Collections.Frozen;
using System.Text.Json;
using IntegrationHub.OpenBadges.JsonLd.Contexts;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>The contexts that this library knows. It never fetches one: what a signature means must not change with the network.</summary>
/// <remarks>
/// They stand in <c>contexts.json</c>, each with its SHA-256 (of the form of RFC 8785) and its licence, made by a script from the
/// packages that publish them. Those of Comprehensive Learner Record are in code: no package publishes them.
/// </remarks>
public static class KnownContexts
{
    /// <summary>Verifiable Credentials 2.0.</summary>
    public const string CredentialsV2 = "https://www.w3.org/ns/credentials/v2";

    /// <summary>Open Badges 3.0, context 3.0.3.</summary>
    public const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /// <summary>Open Badges 3.0: 1EdTech's schema, revocation and refresh types.</summary>
    public const string OpenBadgesExtensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

    /// <summary>Comprehensive Learner Record 2.0, context 2.0.1.</summary>
    public const string ComprehensiveLearnerRecord = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    private static readonly FrozenDictionary<string, LocalContext> ByAddress = Read();

    /// <summary>The addresses of all of them.</summary>
    public static IReadOnlyCollection<string> Addresses => ByAddress.Keys;

    internal static LocalContext? Find(string address) => ByAddress.GetValueOrDefault(address);

    private static FrozenDictionary<string, LocalContext> Read()
    {
        using var stream = typeof(KnownContexts).Assembly.GetManifestResourceStream("contexts.json")!;
        using var published = JsonDocument.Parse(stream);
        return published.RootElement.GetProperty("contexts").EnumerateObject()
            .Select(document => KeyValuePair.Create(document.Name, ContextReader.Read(document.Value.GetProperty("context"))))
            .Append(KeyValuePair.Create("https://purl.imsglobal.org/spec/clr/v2p0/context.json", ContextReader.Read(ClrContext.First)))
            .Append(KeyValuePair.Create(ComprehensiveLearnerRecord, ContextReader.Read(ClrContext.Revised)))
            .ToFrozenDictionary();
    }
}
