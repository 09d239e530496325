using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue;

/// <summary>JSON Schemas (draft 7) of the catalogue's files, for editors; copies lie in the folder <c>schemas</c>.</summary>
public static class CatalogueSchemas
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The schemas as text, by file name.</summary>
    /// <param name="kinds">The kinds of systems that files may name.</param>
    public static IReadOnlyDictionary<string, string> Of(ConnectorKinds kinds)
    {
        var export = new SchemaExport(kinds);
        return new Dictionary<string, string>
        {
            ["institution.schema.json"] = Text(export.Of(typeof(InstitutionShape), "Établissement / Institution")),
            ["micro-credential.schema.json"] = Text(export.Of(
                typeof(MicroCredentialShape),
                "Micro-titre de compétences / Micro-credential")),
        };
    }

    private static string Text(JsonObject schema) => schema.ToJsonString(Readable) + "\n";
}
