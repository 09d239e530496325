using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>Periods of learning end after they begin, and a credential outlives its course.</summary>
internal static class PeriodRules
{
    public static void Check(MicroCredentialShape entry, FaultList faults)
    {
        foreach (var period in (entry.Offerings ?? []).Select(offering => offering.Period).OfType<PeriodShape>())
        {
            if (period is not { Start: { } start, End: { } end })
                continue;
            if (end.Value < start.Value)
                faults.Add(
                    end.Place,
                    "period-order",
                    new("La période finit avant de commencer.", "The period ends before it begins."),
                    new("Corrigez «\u00a0start\u00a0» ou «\u00a0end\u00a0».", "Fix “start” or “end”."));
            else if (entry.ValidFor is { } validity && start.Value.AddMonths(validity.Value.Months) <= end.Value)
                faults.Add(
                    validity.Place,
                    "validity-short",
                    new(
                        $"Le titre expirerait avant la fin d’un cours qui dure du {start.Value:yyyy-MM-dd} au {end.Value:yyyy-MM-dd}.",
                        $"The credential would expire before the end of a course that lasts from {start.Value:yyyy-MM-dd} to "
                            + $"{end.Value:yyyy-MM-dd}."
                    ),
                    new("Allongez «\u00a0validFor\u00a0», ou corrigez la période.", "Extend “validFor”, or fix the period."));
        }
    }
}
