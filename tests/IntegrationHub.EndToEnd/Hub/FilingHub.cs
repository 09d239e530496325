namespace IntegrationHub.EndToEnd.Hub;

/// <summary>A hub whose registrar loads one of the micro-credentials from batch files.</summary>
public sealed class FilingHub : RunningHub
{
    protected override string MicroCredential(string code, string yaml) => code == "indigenous-relations"
        ? yaml.Replace("record:\n  kind: none", "record:\n  kind: academicAward\n  code: MC-IR", StringComparison.Ordinal)
        : yaml;
}
