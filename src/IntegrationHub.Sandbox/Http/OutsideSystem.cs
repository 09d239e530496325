namespace IntegrationHub.Sandbox.Http;

/// <summary>Which outside system answers a path; null for the sandbox's own pages.</summary>
internal static class OutsideSystem
{
    public static readonly IReadOnlyList<string> All = ["ethos", "badgr", "teams", "graph", "entra", "canvas", "moodle"];

    public static string? Of(PathString path) => path.Value?.Split('/') switch
    {
        ["", "teams", "workflows", ..] => "teams",
        ["", "teams", ..] => null,
        ["", var first, ..] when All.Contains(first) => first,
        _ => null,
    };
}
