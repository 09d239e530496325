using IntegrationHub.EndToEnd.Hub;

namespace IntegrationHub.EndToEnd.Kill;

/// <summary>A hub that takes no work from a slow worker: what is not finished at its end would be missed for minutes.</summary>
public class PatientHub : RunningHub
{
    protected override void Adjust(Dictionary<string, string> settings)
    {
        settings["Pipeline:Claim"] = "00:01:00";
        settings["Pipeline:SweepAfter"] = "00:05:00";
        settings["EmbeddedHost:Lease"] = "00:05:00";
    }
}
