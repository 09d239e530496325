namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>How long a credential stays valid once it is earned.</summary>
/// <param name="Months">Months, above 0.</param>
public sealed record Validity(int Months)
{
    /// <summary>The end of a credential that was earned then: the same time of the day where the institution is, months later.</summary>
    public DateTimeOffset Until(DateTimeOffset earned, TimeZoneInfo zone) =>
        zone.MomentOf(TimeZoneInfo.ConvertTime(earned, zone).DateTime.AddMonths(Months)).ToOffset(earned.Offset);
}
