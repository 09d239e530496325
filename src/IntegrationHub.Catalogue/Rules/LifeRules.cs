using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>Phases follow each other, and a renewal falls into the life of what it renews.</summary>
internal static class LifeRules
{
    private const int ShortestMonth = 28;

    public static void Check(MicroCredentialShape entry, FaultList faults)
    {
        var phases = (entry.LifeCycle?.Stated() ?? []).ToList();
        foreach (var (before, after) in phases.Zip(phases.Skip(1)).Where(pair => pair.Second.Day.Value < pair.First.Day.Value))
            faults.Add(
                after.Day.Place,
                "phase-order",
                new(
                    $"La phase «\u00a0{after.Phase.ToString().ToLowerInvariant()}\u00a0» commence avant "
                        + $"«\u00a0{before.Phase.ToString().ToLowerInvariant()}\u00a0».",
                    $"The phase “{after.Phase.ToString().ToLowerInvariant()}” begins before “{before.Phase.ToString().ToLowerInvariant()}”."
                ),
                new("Corrigez l’une des deux dates.", "Fix one of the two dates."));
        if (entry.RenewalDays is not { } days)
            return;
        if (entry.ValidFor is not { } validity)
            faults.Add(
                days.Place,
                "renewal",
                new("Un micro-titre qui n’expire pas ne se renouvelle pas.", "A micro-credential that does not expire cannot be renewed."),
                new("Ajoutez «\u00a0validFor\u00a0», ou enlevez «\u00a0renewalDays\u00a0».", "Add “validFor”, or remove “renewalDays”."));
        else if (days.Value >= validity.Value.Months * ShortestMonth)
            faults.Add(
                days.Place,
                "renewal",
                new("Le renouvellement serait ouvert dès l’obtention.", "Renewal would be open from the day it is earned."),
                new("Prenez moins de jours que la durée de validité.", "Use fewer days than the validity period."));
    }
}
