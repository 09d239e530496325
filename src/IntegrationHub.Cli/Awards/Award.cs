using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Awards;

/// <summary>An award as the hub's API shows it.</summary>
internal sealed record Award(
    string Id,
    string Institution,
    string? Learner,
    string MicroCredential,
    JsonNode? Title,
    string? State,
    DateTimeOffset? Awarded,
    JsonNode? Credential,
    IReadOnlyList<Step>? Steps,
    JsonArray? Timeline,
    string? Reason = null,
    JsonArray? Rules = null,
    int? SurveyOpened = null)
{
    public Step? Step(string name) => Steps?.FirstOrDefault(step => step.Name == name);

    public bool IsSettled => Steps is { Count: > 0 } steps && steps.All(step => step.HasResult);

    public bool HasFailed => Steps?.Any(step => step.State == "failed") == true;
}

/// <summary>One of the steps that follow an award.</summary>
internal sealed record Step(
    string Name,
    string State,
    int Attempts,
    DateTimeOffset? Updated,
    JsonNode? Error,
    JsonNode? Reference,
    JsonNode? Next)
{
    public static IReadOnlyList<string> Names { get; } = ["transcript", "badge", "channel", "learner"];

    /// <summary>Whether somebody answered: what is submitted is confirmed later, what is waiting is tried later.</summary>
    public bool HasResult => State is not ("pending" or "running");
}
