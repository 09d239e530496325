using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>A source or connection against what its kind must and may state.</summary>
internal static class KindRules
{
    /// <summary>A source or connection with its kind.</summary>
    public sealed record Subject(string Name, Located<string> Kind, SystemKind System, IEntries? Settings, IEntries? Secrets);

    public static void Check(Subject subject, FaultList faults)
    {
        CheckNames(subject, subject.Settings, "setting", new("réglage", "setting"), subject.System.Settings, subject.System.OptionalSettings, faults);
        CheckNames(subject, subject.Secrets, "secret", new("secret", "secret"), subject.System.Secrets, [], faults);
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

    private static void CheckNames(
        Subject subject,
        IEntries? entries,
        string rule,
        Core.MicroCredentials.BilingualText what,
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional,
        FaultList faults)
    {
        Located<string>[] present = [.. (entries?.Pairs ?? []).Select(pair => pair.Key)];
        foreach (var name in required.Where(name => present.All(key => key.Value != name)))
            faults.Add(
                subject.Kind.Place,
                $"{rule}-missing",
                new($"Le type « {subject.Kind.Value} » a besoin du {what.Fr} « {name} ».", $"The kind “{subject.Kind.Value}” needs the {what.En} “{name}”."),
                new($"Ajoutez « {name} » sous « {rule}s ».", $"Add “{name}” under “{rule}s”."));
        var known = string.Join(", ", required.Concat(optional));
        foreach (var key in present.Where(key => !required.Contains(key.Value) && !optional.Contains(key.Value)))
            faults.Add(
                key.Place,
                $"{rule}-unknown",
                new($"Le type « {subject.Kind.Value} » ne connaît pas le {what.Fr} « {key.Value} ».", $"The kind “{subject.Kind.Value}” knows no {what.En} “{key.Value}”."),
                known.Length == 0
                    ? new("Enlevez-le ; ce type n'en prend pas.", "Remove it; this kind takes none.")
                    : new($"Corrigez-le ou enlevez-le ; possibles : {known}.", $"Correct or remove it; possible: {known}."));
    }
}
