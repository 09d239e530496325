using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What a source must say beyond its shape: what its kind needs, and what proves its deliveries.</summary>
internal static class SourceRules
{
    public static void Check(SourceShape source, FaultList faults)
    {
        CheckSecrets(source, faults);
        if (source.Kind is not { } kind || !SystemKinds.Sources.TryGetValue(kind.Value, out var system))
            return;
        if (source.Authentication is { } chosen && !system.Authentications.Contains(chosen.Value))
        {
            faults.Add(
                chosen.Place,
                "authentication",
                new($"Une source du type « {kind.Value} » ne peut pas se prouver par « {chosen.Value} ».", $"A source of the kind “{kind.Value}” cannot prove itself by “{chosen.Value}”."),
                new($"Prenez un de : {string.Join(", ", system.Authentications)}.", $"Use one of: {string.Join(", ", system.Authentications)}."));
            return;
        }

        CheckChoices(kind.Value, source, faults);
        var scheme = AuthenticationSchemes.All[source.Authentication?.Value ?? system.Authentications[0]];
        KindRules.Check(
            new(kind,
                new(source.Settings, system.Settings.Concat(scheme.Settings), system.OptionalSettings.Concat(scheme.OptionalSettings)),
                new(source.Secrets, scheme.Secrets, scheme.OptionalSecrets)) { Authentication = source.Authentication },
            faults);
        if (FieldSettings.Configure(kind.Value))
            FieldRules.Check(kind, source.Settings ?? [], faults);
    }

    private static void CheckChoices(string kind, SourceShape source, FaultList faults)
    {
        foreach (var (name, value) in source.Settings ?? [])
        {
            if (!SystemKinds.Choices.TryGetValue((kind, name.Value), out var possible) || possible.Contains(value.Value) || value.Value.Contains('%', StringComparison.Ordinal))
                continue;
            faults.Add(
                value.Place,
                "setting-value",
                new($"Le réglage « {name.Value} » ne connaît pas la valeur « {value.Value} ».", $"The setting “{name.Value}” knows no value “{value.Value}”."),
                new($"Prenez une de : {string.Join(", ", possible)}.", $"Use one of: {string.Join(", ", possible)}."));
        }
    }

    private static void CheckSecrets(SourceShape source, FaultList faults)
    {
        foreach (var (_, secret) in source.Secrets ?? [])
        {
            if (secret.Previous is { } previous && secret.Until is null)
                faults.Add(
                    previous.Place,
                    "secret-end",
                    new("La valeur précédente n'a pas de date de fin : elle n'est jamais acceptée.", "The previous value has no end date, so it is never accepted."),
                    new("Ajoutez « until », ou enlevez « previous ».", "Add “until”, or remove “previous”."));
        }
    }
}
