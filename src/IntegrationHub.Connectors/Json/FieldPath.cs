namespace IntegrationHub.Connectors.Json;

/// <summary>
/// Where in a sender's JSON a field stands: the part of JSONPath (RFC 9535) that names one place. An optional <c>$</c>,
/// then <c>.name</c>, <c>['any name']</c> or <c>["any name"]</c> (a quote or backslash in it after a backslash) and
/// <c>[0]</c>. Wildcards, slices, filters and descent (<c>..</c>) may name several places and are refused.
/// </summary>
/// <param name="Steps">From the top to the field; none for the whole document.</param>
internal sealed record FieldPath(IReadOnlyList<FieldPath.Step> Steps)
{
    /// <summary>One step down.</summary>
    /// <param name="Name">Name of a member; null for an element of an array.</param>
    /// <param name="Index">Which element, from 0; meaningless where there is a name.</param>
    public readonly record struct Step(string? Name, int Index = 0);

    /// <summary>The path of member names from the top.</summary>
    public static FieldPath Of(params ReadOnlySpan<string> names)
    {
        var steps = new Step[names.Length];
        for (var at = 0; at < names.Length; at++)
            steps[at] = new(names[at]);
        return new(steps);
    }

    /// <summary>Reads one or several paths, separated by spaces.</summary>
    /// <param name="text">The paths as they are written.</param>
    /// <param name="paths">The paths; as many as could be read.</param>
    /// <param name="fault">Where the text stops making sense, counted from 1; 0 where it makes sense.</param>
    public static bool TryParse(string text, out IReadOnlyList<FieldPath> paths, out int fault)
    {
        var reader = new FieldPathReader(text);
        var found = new List<FieldPath>();
        paths = found;
        fault = reader.TryReadAll(found) ? 0 : reader.Position + 1;
        return fault == 0;
    }
}
