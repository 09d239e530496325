using System.Reflection;
using System.Text.Json.Nodes;

namespace IntegrationHub.Sandbox.Cases;

/// <summary>
/// Odd payloads by name, a file each in the folder of its kind: a JSON merge patch (RFC 7396) of what the kind sends otherwise.
/// </summary>
internal static class OddCases
{
    private static readonly Assembly Here = typeof(OddCases).Assembly;

    /// <summary>The names of a kind's cases.</summary>
    public static IEnumerable<string> Of(string kind) => Here.GetManifestResourceNames()
        .Select(name => name.Replace('\\', '/'))
        .Where(name => name.StartsWith($"cases/{kind}/", StringComparison.Ordinal))
        .Select(name => name.Split('/')[^1])
        .Order(StringComparer.Ordinal);

    /// <summary>Makes an event an odd one.</summary>
    /// <param name="kind">The kind that sends it.</param>
    /// <param name="name">The case; null leaves the event as it is.</param>
    /// <param name="sent">The event.</param>
    /// <returns>Why not; null where it is done.</returns>
    public static string? Apply(string kind, string? name, JsonObject sent)
    {
        if (name is null)
            return null;
        var resource = Here.GetManifestResourceNames().FirstOrDefault(one => one.Replace('\\', '/') == $"cases/{kind}/{name}");
        if (resource is null)
            return $"case: {string.Join(", ", Of(kind))}.";
        using var stream = Here.GetManifestResourceStream(resource)!;
        Merge(sent, JsonNode.Parse(stream)!.AsObject());
        return null;
    }

    private static void Merge(JsonObject into, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject inner && into[name] is JsonObject known)
                Merge(known, inner);
            else if (value is null)
                into.Remove(name);
            else
                into[name] = value.DeepClone();
        }
    }
}
