namespace IntegrationHub.EndToEnd.Hub;

/// <summary>A running hub that issues the badges itself, as the sandbox institution's file says.</summary>
public sealed class IssuingHub : RunningHub
{
    protected override string Institution(string yaml) => yaml;
}
