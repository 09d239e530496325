using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Attention;

/// <summary>Something a person must settle, as the hub's API shows it.</summary>
internal sealed record AttentionItem(
    string Id,
    string Institution,
    string? Cause,
    string? Source,
    string? Subject,
    IReadOnlyList<string>? Candidates,
    int Count,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    JsonNode? Detail,
    string? Award,
    string? Step,
    JsonNode? Message,
    JsonNode? Action);
