namespace IntegrationHub.Sandbox.Faults;

internal static class FaultNote
{
    private static readonly object Key = new();

    public static void NoteFault(this HttpContext context, string effect) => context.Items[Key] = effect;

    public static string? FaultNoted(this HttpContext context) => context.Items[Key] as string;
}
