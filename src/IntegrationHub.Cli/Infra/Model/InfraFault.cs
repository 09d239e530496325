namespace IntegrationHub.Cli.Infra.Model;

/// <summary>Something that would deploy, and then not work or not be safe.</summary>
/// <param name="File">Where it is fixed, relative to the clone; with line and column where they are known.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record InfraFault(string File, string What, string Remedy)
{
    public override string ToString() => $"{File}: {What} → {Remedy}";
}
