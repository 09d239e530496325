using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>A source or connection against what its kind must and may state.</summary>
internal static class KindRules
{
    /// <summary>A source or connection with its kind, and the names that it must and may give.</summary>
    public sealed record Subject(Located<string> Kind, Names Settings, Names Secrets);

    /// <summary>The names given under one heading, and those that are required and possible.</summary>
    public sealed record Names(IEntries? Given, IEnumerable<string> Required, IEnumerable<string> Optional);

    public static void Check(Subject subject, FaultList faults)
    {
        CheckNames(subject.Kind, subject.Settings, "setting", new("réglage", "setting"), faults);
        CheckNames(subject.Kind, subject.Secrets, "secret", new("secret", "secret"), faults);
    }

    public static void CheckAddress(Located<string> kind, Located<string>? address, SystemKind system, FaultList faults)
    {
        if (system.NeedsAddress && address is null)
            faults.Add(
                kind.Place,
                "address-missing",
                new($"Le type « {kind.Value} » a besoin d'une adresse.", $"The kind “{kind.Value}” needs an address."),
                new("Ajoutez « address ».", "Add “address”."));
        else if (!system.NeedsAddress && address is not null)
            AddressNotUsed(kind, address, system, faults);
    }

    private static void AddressNotUsed(Located<string> kind, Located<string> address, SystemKind system, FaultList faults)
    {
        if (system.Secrets.Count == 0)
            faults.Add(
                address.Place,
                "address-not-used",
                new($"Le type « {kind.Value} » n'a pas d'adresse : c'est le hub lui-même.", $"The kind “{kind.Value}” has no address: it is the hub itself."),
                new("Enlevez « address ».", "Remove “address”."));
        else
            faults.Add(
                address.Place,
                "address-not-used",
                new($"Le type « {kind.Value} » n'a pas d'adresse dans ce fichier : son adresse entière est un secret.", $"The kind “{kind.Value}” has no address in this file: its whole address is a secret."),
                new("Enlevez « address », mettez la valeur dans un réglage et nommez-le sous « secrets ».", "Remove “address”, put the value into a setting and name it under “secrets”."));
    }

    private static void CheckNames(Located<string> kind, Names names, string rule, Core.MicroCredentials.BilingualText what, FaultList faults)
    {
        Located<string>[] present = [.. (names.Given?.Pairs ?? []).Select(pair => pair.Key)];
        foreach (var name in names.Required.Where(name => present.All(key => key.Value != name)))
            faults.Add(
                kind.Place,
                $"{rule}-missing",
                new($"Le type « {kind.Value} » a besoin du {what.Fr} « {name} ».", $"The kind “{kind.Value}” needs the {what.En} “{name}”."),
                new($"Ajoutez « {name} » sous « {rule}s ».", $"Add “{name}” under “{rule}s”."));
        var known = names.Required.Concat(names.Optional).ToList();
        foreach (var key in present.Where(key => !known.Contains(key.Value)))
            faults.Add(
                key.Place,
                $"{rule}-unknown",
                new($"Le type « {kind.Value} » ne connaît pas le {what.Fr} « {key.Value} ».", $"The kind “{kind.Value}” knows no {what.En} “{key.Value}”."),
                known.Count == 0
                    ? new("Enlevez-le ; ce type n'en prend pas.", "Remove it; this kind takes none.")
                    : new($"Corrigez-le ou enlevez-le ; possibles : {string.Join(", ", known)}.", $"Correct or remove it; possible: {string.Join(", ", known)}."));
    }
}
