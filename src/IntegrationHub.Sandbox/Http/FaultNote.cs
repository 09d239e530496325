namespace IntegrationHub.Sandbox.Http;

internal static class FaultNote
{
    private static readonly object Key = new(), DropKey = new();

    public static void NoteFault(this HttpContext context, string effect) => context.Items[Key] = effect;

    public static string? FaultNoted(this HttpContext context) => context.Items[Key] as string;

    /// <summary>The connection is aborted once the request is in the log: whoever sees the drop finds it counted.</summary>
    public static void Drop(this HttpContext context) => context.Items[DropKey] = true;

    public static bool IsDropped(this HttpContext context) => context.Items.ContainsKey(DropKey);
}
