using System.Collections.Frozen;
using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>
/// What a document or proof says of itself and others judge it by. Statements go by identifier, so any node with the
/// document's own could make them; readers look at its members only, so there they must all be.
/// </summary>
internal static class OwnStatements
{
    private const string Credentials = "https://www.w3.org/2018/credentials#";

    private static readonly FrozenDictionary<RdfTerm, string> Members = new Dictionary<string, string>
    {
        [Credentials + "issuer"] = "issuer",
        [Credentials + "credentialStatus"] = "credentialStatus",
        [Credentials + "credentialSubject"] = "credentialSubject",
        [Credentials + "validFrom"] = "validFrom",
        [Credentials + "validUntil"] = "validUntil",
        [Credentials + "issuanceDate"] = "issuanceDate",
        [Credentials + "expirationDate"] = "expirationDate",
        ["https://w3id.org/security#expiration"] = "expires",
        ["http://purl.org/dc/terms/created"] = "created",
    }.ToFrozenDictionary(pair => RdfTerm.Iri(pair.Key), pair => pair.Value);

    /// <returns>A member that does not hold as many values as are stated; null where all do.</returns>
    public static string? Scattered(Dataset dataset, RdfTerm subject, JsonElement document)
    {
        var stated = Members.Values.ToDictionary(member => member, _ => 0);
        foreach (var quad in dataset.Quads)
            if (quad.Graph is null && quad.Subject.Equals(subject) && Members.TryGetValue(quad.Predicate, out var member))
                stated[member]++;
        return stated.FirstOrDefault(member => member.Value != document.All(member.Key).Count()).Key;
    }
}
