using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Storage;

namespace IntegrationHub.Cli.Infra.Model;

/// <summary>What the code needs of its surroundings.</summary>
/// <param name="Queues">Queues, each with its poison queue.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Containers">Blob containers.</param>
/// <param name="Triggers">What the functions are called by.</param>
/// <param name="Settings">The settings of the sample with their usual values; secrets are empty.</param>
/// <param name="Host">host.json.</param>
internal sealed record HubCode(
    IReadOnlyCollection<string> Queues,
    IReadOnlyCollection<string> Tables,
    IReadOnlyCollection<string> Containers,
    IReadOnlyList<FunctionTrigger> Triggers,
    IReadOnlyDictionary<string, string> Settings,
    JsonNode? Host)
{
    private static readonly JsonDocumentOptions WithComments = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };


    /// <param name="workspace">The clone.</param>
    /// <param name="functions">The assembly of the functions.</param>
    /// <exception cref="CliException">Something is not there or not readable.</exception>
    public static HubCode Read(Workspace workspace, string functions)
    {
        if (!File.Exists(functions))
            throw new CliException(Texts.Get("infra.notBuilt", functions));
        return new(
            [.. StorageNames.Queues],
            StorageNames.Tables,
            StorageNames.Containers,
            FunctionTriggers.Read(functions),
            Json(workspace.SampleSettings)
                ?["Values"]?.AsObject()
                .ToDictionary(setting => setting.Key, setting => setting.Value?.ToString() ?? "")
                ?? [],
            Json(Path.Combine(workspace.Root, "host.json")));
    }

    private static JsonNode? Json(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file), documentOptions: WithComments);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CliException(Texts.Get("infra.unreadable", file));
        }
    }
}
