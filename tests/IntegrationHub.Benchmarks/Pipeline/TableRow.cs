using System.Text.Json;
using Azure.Data.Tables;

namespace IntegrationHub.Benchmarks.Pipeline;

/// <summary>An entity as it went over the wire.</summary>
internal static class TableRow
{
    public static TableEntity Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var entity = new TableEntity();
        foreach (var property in document
                .RootElement.EnumerateObject()
                .Where(property => !property.Name.Contains("odata", StringComparison.Ordinal)))
        {
            entity[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.Number => property.Value.GetInt32(),
                _ when document.RootElement.TryGetProperty(property.Name + "@odata.type", out var type)
                        && type.GetString() == "Edm.DateTime" => property.Value.GetDateTimeOffset(),
                _ => property.Value.GetString(),
            };
        }

        return entity;
    }
}
