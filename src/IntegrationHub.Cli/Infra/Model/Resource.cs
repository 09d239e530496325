using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Infra.Model;

/// <summary>
/// One resource as it would be deployed. What only Azure knows (ids of what it makes) stands as an expression, <c>[…]</c>.
/// </summary>
/// <param name="Type">E.g. <c>Microsoft.Storage/storageAccounts</c>.</param>
/// <param name="Name">Its name, after those of its parents and a slash.</param>
/// <param name="Body">All of it.</param>
internal sealed record Resource(string Type, string Name, JsonObject Body)
{
    /// <summary>The name without those of its parents.</summary>
    public string OwnName => Name.Split('/')[^1];

    /// <summary>A value by its path, e.g. <c>properties.sku.name</c>; null where there is none.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Body, (node, name) => (node as JsonObject)?[name]);

    /// <summary>A value as text: <c>true</c>, <c>7</c>, <c>Standard_LRS</c>; null where there is none.</summary>
    public string? Text(string path) => At(path)?.ToString();
}
