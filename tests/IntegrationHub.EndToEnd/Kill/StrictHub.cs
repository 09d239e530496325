using IntegrationHub.EndToEnd.Hub;

namespace IntegrationHub.EndToEnd.Kill;

/// <summary>A hub on a host that does as Azure's also where that is worse, and is not told to drain.</summary>
public sealed class StrictHub : RunningHub
{
    protected override void Adjust(Dictionary<string, string> settings) => settings["EmbeddedHost:Strict"] = "true";
}
