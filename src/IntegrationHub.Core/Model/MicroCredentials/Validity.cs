namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>How long a credential stays valid once it is earned.</summary>
/// <param name="Months">Months, above 0.</param>
public sealed record Validity(int Months)
{
    /// <summary>The end of a credential that was earned then.</summary>
    public DateTimeOffset Until(DateTimeOffset earned) => earned.AddMonths(Months);
}
