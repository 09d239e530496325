using System.Text.Json;

namespace IntegrationHub.OpenBadges.Keys;

/// <summary>A document in which somebody lists their keys: of a did:web, or at an https address.</summary>
/// <param name="Id">Who: a DID or an address.</param>
/// <param name="Methods">The keys.</param>
/// <param name="Assertion">Ids of the keys with which credentials may be signed.</param>
public sealed record ControllerDocument(string Id, IReadOnlyList<VerificationMethod> Methods, IReadOnlyList<string> Assertion)
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="KeyException">No JSON, no id, or a method without id.</exception>
    public static ControllerDocument Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var root = Json.Parse(utf8);
            var id = root.Text("id") ?? throw new KeyException("The document has no id.");
            var embedded = root.All("assertionMethod").Where(IsMethod).ToList();
            var methods = root.All("verificationMethod").Where(IsMethod).Concat(embedded)
                .Select(method => VerificationMethod.Read(id, method));
            var assertion = root.Texts("assertionMethod").Concat(embedded.Select(method => method.Text("id")!));
            return new(id, [.. methods], [.. assertion.Select(method => VerificationMethod.Absolute(id, method))]);
        }
        catch (JsonException broken)
        {
            throw new KeyException("The document is not JSON.", broken);
        }
    }

    /// <summary>The key with an id, or null.</summary>
    public VerificationMethod? Find(string id) => Methods.FirstOrDefault(method => method.Id == id);

    /// <summary>Whether credentials may be signed with a key.</summary>
    public bool Asserts(VerificationMethod method) => Assertion.Contains(method.Id);

    private static bool IsMethod(JsonElement element) => element.ValueKind == JsonValueKind.Object;
}
