using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>A source or connection against what its kind must and may state.</summary>
internal static class KindRules
{
    /// <summary>A source or connection with its kind, and the names that it must and may give.</summary>
    public sealed record Subject(Located<string> Kind, Names Settings, Names Secrets)
    {
        /// <summary>The authentication that the secrets are for, where the file names one; else they are the kind's.</summary>
        public Located<string>? Authentication { get; init; }
    }

    /// <summary>The names given under one heading, and those that there are.</summary>
    public sealed record Names(IEntries? Given, IReadOnlyList<Setting> Known);

    public static void Check(Subject subject, FaultList faults)
    {
        var kind = new Owner(subject.Kind.Place, new($"Le type «\u00a0{subject.Kind.Value}\u00a0»", $"The type “{subject.Kind.Value}”"));
        CheckNames(kind, subject.Settings, "setting", new("réglage", "setting"), faults);
        CheckNames(
            subject.Authentication is { } chosen
                ? new(chosen.Place, new($"L’authentification «\u00a0{chosen.Value}\u00a0»", $"The authentication “{chosen.Value}”"))
                : kind,
            subject.Secrets,
            "secret",
            new("secret", "secret"),
            faults);
    }

    public static void CheckAddress(Located<string> kind, Located<string>? address, ConnectionKind system, FaultList faults)
    {
        if (system.NeedsAddress && address is null)
            faults.Add(
                kind.Place,
                "address-missing",
                new($"Le type «\u00a0{kind.Value}\u00a0» a besoin d’une adresse.", $"The type “{kind.Value}” needs an address."),
                new("Ajoutez «\u00a0address\u00a0».", "Add “address”."));
        else if (!system.NeedsAddress && address is not null)
            AddressNotUsed(kind, address, system, faults);
    }

    private static void AddressNotUsed(Located<string> kind, Located<string> address, ConnectionKind system, FaultList faults)
    {
        if (system.IsTheHub)
            faults.Add(
                address.Place,
                "address-not-used",
                new(
                    $"Le type «\u00a0{kind.Value}\u00a0» n’a pas d’adresse\u00a0: c’est le carrefour lui-même.",
                    $"The type “{kind.Value}” has no address: it is the hub itself."),
                new("Enlevez «\u00a0address\u00a0».", "Remove “address”."));
        else
            faults.Add(
                address.Place,
                "address-not-used",
                new(
                    $"Le type «\u00a0{kind.Value}\u00a0» n’a pas d’adresse dans ce fichier\u00a0: son adresse entière est un secret.",
                    $"The type “{kind.Value}” has no address in this file: its entire address is a secret."),
                new(
                    "Enlevez «\u00a0address\u00a0», mettez la valeur dans un réglage et nommez-le sous «\u00a0secrets\u00a0».",
                    "Remove “address”, put the value in a setting and name the setting under “secrets”."));
    }

    private static void CheckNames(Owner owner, Names names, string rule, BilingualText what, FaultList faults)
    {
        Located<string>[] present = [.. (names.Given?.Pairs ?? []).Select(pair => pair.Key)];
        var missing = names.Known.Where(one => one.IsRequired && present.All(key => key.Value != one.Name)).Select(one => one.Name);
        foreach (var name in missing)
            faults.Add(
                owner.Place,
                $"{rule}-missing",
                new($"{owner.Name.Fr} a besoin du {what.Fr} «\u00a0{name}\u00a0».", $"{owner.Name.En} needs the {what.En} “{name}”."),
                new($"Ajoutez «\u00a0{name}\u00a0» sous «\u00a0{rule}s\u00a0».", $"Add “{name}” under “{rule}s”."));
        var known = names.Known.OrderByDescending(name => name.IsRequired).Select(name => name.Name).ToList();
        foreach (var key in present.Where(key => !known.Contains(key.Value)))
            faults.Add(
                key.Place,
                $"{rule}-unknown",
                new($"{owner.Name.Fr} n’a pas de {what.Fr} «\u00a0{key.Value}\u00a0».", $"{owner.Name.En} has no {what.En} “{key.Value}”."),
                known.Count == 0
                    ? new("Enlevez-le. Il n’en faut aucun ici.", "Remove it. None is needed here.")
                    : new(
                        $"Corrigez-le ou enlevez-le. Possibles : {string.Join(", ", known)}.",
                        $"Fix or remove it. Possible: {string.Join(", ", known)}."));
    }

    /// <summary>What asks for the names, and where it stands.</summary>
    private sealed record Owner(Place Place, BilingualText Name);
}
