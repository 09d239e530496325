using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>
/// JSON-LD in the Credential Transparency Description Language, for a credential registry: a graph of the organisations and their
/// micro-credentials.
/// </summary>
internal static class CtdlCatalogue
{
    private const string Context = "https://credreg.net/ctdl/schema/context/json";
    private const string Resources = "https://credentialengineregistry.org/resources/";

    public static string Write(IReadOnlyCollection<Institution> institutions, DateOnly today) => new JsonObject
    {
        ["@context"] = Context,
        ["@graph"] = new JsonArray([.. institutions.SelectMany(institution => Graph(institution, today))]),
    }.ToJsonString(JsonCatalogue.Readable) + "\n";

    private static IEnumerable<JsonNode> Graph(Institution institution, DateOnly today)
    {
        yield return new JsonObject
        {
            ["@id"] = Resources + Ctid(institution.Id),
            ["@type"] = "ceterms:CredentialOrganization",
            ["ceterms:ctid"] = Ctid(institution.Id),
            ["ceterms:name"] = Text(institution.Name),
            ["ceterms:subjectWebpage"] = institution.Issuer?.Url.AbsoluteUri,
        };
        foreach (var entry in institution.Entries())
            yield return Credential(institution, entry, today);
    }

    private static JsonObject Credential(Institution institution, MicroCredential entry, DateOnly today)
    {
        var summary = entry.Summary;
        var id = Ctid($"{institution.Id}/{entry.Code}");
        var credential = new JsonObject
        {
            ["@id"] = Resources + id,
            ["@type"] = "ceterms:MicroCredential",
            ["ceterms:ctid"] = id,
            ["ceterms:name"] = Text(summary.Title),
            ["ceterms:description"] = Text(summary.Description),
            ["ceterms:codedNotation"] = entry.Code,
            ["ceterms:versionIdentifier"] = new JsonArray(
                new JsonObject
                {
                    ["@type"] = "ceterms:IdentifierValue",
                    ["ceterms:identifierValueCode"] = entry.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }),
            ["ceterms:ownedBy"] = new JsonArray(Resources + Ctid(institution.Id)),
            ["ceterms:offeredBy"] = new JsonArray(Resources + Ctid(institution.Id)),
            ["ceterms:inLanguage"] = new JsonArray("fr-CA", "en-CA"),
            ["ceterms:credentialStatusType"] = Status(entry.LifeCycle?.Sunset < today ? "Deprecated" : "Active"),
        };
        if (summary.Hours is { } hours)
            credential["ceterms:estimatedDuration"] = new JsonArray(
                new JsonObject
                {
                    ["@type"] = "ceterms:DurationProfile",
                    ["ceterms:exactDuration"] = XmlConvert.ToString(TimeSpan.FromHours((double)hours)),
                });
        if (summary.Credits is { } credits)
            credential["ceterms:creditValue"] = new JsonArray(
                new JsonObject
                {
                    ["@type"] = "ceterms:ValueProfile",
                    ["schema:value"] = credits,
                    ["schema:description"] = entry.CreditUnit is { } unit ? Text(unit) : null,
                });
        if (entry.Validity is { } validity)
            credential["ceterms:renewalFrequency"] = $"P{validity.Months}M";
        if (Requirements(institution, entry) is { Count: > 0 } requirements)
            credential["ceterms:requires"] = requirements;
        var skills = summary.LearningOutcomes.SelectMany(outcome => outcome.Alignments).DistinctBy(alignment => alignment.Url).ToList();
        if (skills.Count > 0)
            credential["ceterms:subject"] = new JsonArray([.. skills.Select(Skill)]);
        return credential;
    }

    private static JsonArray Requirements(Institution institution, MicroCredential entry)
    {
        var requirements = new JsonArray();
        if (entry.Summary.Prerequisites is { } prose || entry.Prerequisites.Count > 0)
            requirements.Add(Condition(entry.Summary.Prerequisites, institution, entry.Prerequisites));
        foreach (var stack in entry.Stacks)
            requirements.Add(
                Condition(
                    entry.Summary.Stacking,
                    institution,
                    [.. stack.Of.SelectMany(part => part.AnyOf).Where(institution.MicroCredentials.ContainsKey)]));
        return requirements;
    }

    private static JsonObject Condition(BilingualText? description, Institution institution, IReadOnlyList<string> codes)
    {
        var condition = new JsonObject { ["@type"] = "ceterms:ConditionProfile" };
        if (description is not null)
            condition["ceterms:description"] = Text(description);
        if (codes.Count > 0)
            condition["ceterms:targetCredential"] = new JsonArray([
                .. codes.Select(code => JsonValue.Create(Resources + Ctid($"{institution.Id}/{code}"))),
            ]);
        return condition;
    }

    private static JsonObject Skill(Alignment alignment) =>
        new()
        {
            ["@type"] = "ceterms:CredentialAlignmentObject",
            ["ceterms:frameworkName"] = new JsonObject { ["en"] = alignment.Framework },
            ["ceterms:targetNode"] = alignment.Url.AbsoluteUri,
            ["ceterms:targetNodeName"] = Text(alignment.Name),
            ["ceterms:codedNotation"] = alignment.Code,
        };

    /// <summary>A term of CTDL's own credential statuses; until its sunset is past an entry is active.</summary>
    private static JsonObject Status(string status) =>
        new()
        {
            ["@type"] = "ceterms:CredentialAlignmentObject",
            ["ceterms:frameworkName"] = new JsonObject { ["en"] = "Credential Status" },
            ["ceterms:targetNode"] = $"credentialStat:{status}",
            ["ceterms:targetNodeName"] = new JsonObject { ["en"] = status },
        };

    private static JsonObject Text(BilingualText text) => new() { ["fr-CA"] = text.Fr, ["en-CA"] = text.En };

    /// <summary>A registry's identifier, <c>ce-</c> and a UUID that is always the same for the same thing.</summary>
    private static string Ctid(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"ctid:{name}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"ce-{new Guid(bytes, bigEndian: true)}";
    }
}
