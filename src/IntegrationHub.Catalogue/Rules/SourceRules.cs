using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What a source must say beyond its shape: what its kind needs, and what proves its deliveries.</summary>
internal static class SourceRules
{
    public static void Check(SourceShape source, ConnectorKinds kinds, FaultList faults)
    {
        CheckSecrets(source, faults);
        if (source.Kind is not { } kind || kinds.Source(kind.Value) is not { } system)
            return;
        var possible = kinds.AuthenticationsOf(system);
        if (source.Authentication is { } chosen && !possible.Contains(chosen.Value))
        {
            faults.Add(
                chosen.Place,
                "authentication",
                new(
                    $"Une source du type «\u00a0{kind.Value}\u00a0» ne peut pas s’authentifier avec «\u00a0{chosen.Value}\u00a0».",
                    $"A source of the type “{kind.Value}” cannot authenticate with “{chosen.Value}”."),
                new($"Prenez un de : {string.Join(", ", possible)}.", $"Use one of: {string.Join(", ", possible)}."));
            return;
        }

        var scheme = kinds.Authentication(source.Authentication?.Value ?? possible[0])!;
        Setting[] settings = [.. system.Settings, .. scheme.Settings];
        ValueRules.CheckChoices(settings, source.Settings, faults);
        KindRules.Check(
            new(kind, new(source.Settings, settings), new(source.Secrets, scheme.Secrets)) { Authentication = source.Authentication },
            faults);
        ValueRules.Check(system.Check, kind.Place, source.Settings, faults);
    }

    private static void CheckSecrets(SourceShape source, FaultList faults)
    {
        foreach (var (_, secret) in source.Secrets ?? [])
        {
            if (secret.Previous is { } previous && secret.Until is null)
                faults.Add(
                    previous.Place,
                    "secret-end",
                    new(
                        "La valeur précédente n’a pas de date de fin\u00a0: elle n’est jamais acceptée.",
                        "The previous value has no end date, so it is never accepted."),
                    new("Ajoutez «\u00a0until\u00a0», ou enlevez «\u00a0previous\u00a0».", "Add “until”, or remove “previous”."));
        }
    }
}
