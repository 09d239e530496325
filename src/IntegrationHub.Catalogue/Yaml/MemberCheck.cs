
namespace IntegrationHub.Catalogue.Yaml;

/// <summary>Checks what was read for a key against what the shape says of it.</summary>
internal sealed class MemberCheck(HostSettings settings, FaultList faults)
{
    /// <summary>The value with host settings filled in, its constraints checked.</summary>
    public object? Checked(Member member, object? value)
    {
        if (member.HostSettingsAllowed)
            value = Filled(value);
        foreach (var constraint in member.Constraints.Select(constraint => constraint.For(settings.Kinds)))
        {
            foreach (var scalar in Scalars(value, constraint.OnKeys).Where(scalar => !constraint.Accepts(scalar.Content)))
                faults.Add(scalar.Place, constraint.Rule, constraint.Message(member.Key, scalar.Content), constraint.Remedy);
        }

        return value;
    }

    public void Missing(Place place, Member member)
    {
        var translation = member.Key is "fr" or "en";
        faults.Add(
            place,
            translation ? "translation-missing" : "missing",
            translation
                ? member.Key == "fr"
                    ? new("Le texte français manque.", "The French text is missing.")
                    : new("Le texte anglais manque.", "The English text is missing.")
                : new($"La clé «\u00a0{member.Key}\u00a0» manque.", $"The key “{member.Key}” is missing."),
            member.MeansFor(settings.Kinds) is { } means
                ? new($"Ajoutez «\u00a0{member.Key}\u00a0»\u00a0: {means.Fr}.", $"Add “{member.Key}”: {means.En}.")
                : new($"Ajoutez «\u00a0{member.Key}\u00a0».", $"Add “{member.Key}”."));
    }

    public void Empty(Located<string> key) =>
        faults.Add(
            key.Place,
            key.Value is "fr" or "en" ? "translation-missing" : "missing",
            new($"La clé «\u00a0{key.Value}\u00a0» n’a pas de valeur.", $"The key “{key.Value}” has no value."),
            new("Donnez-lui une valeur ou enlevez la clé.", "Give the key a value, or remove it."));

    private object? Filled(object? value)
    {
        switch (value)
        {
            case Located<string> text:
                return text with { Value = settings.Replace(text.Value, name => UnknownSetting(text.Place, name)) };
            case Entries<Located<string>> entries:
                Entries<Located<string>> filled = [];
                foreach (var (key, entry) in entries)
                    filled.Add(key, Filled(entry));
                return filled;
            default:
                return value;
        }
    }

    private static IEnumerable<IScalar> Scalars(object? value, bool keys) =>
        value switch
        {
            IScalar scalar => [scalar],
            IEnumerable<IScalar> list => list,
            IEntries entries when keys => entries.Pairs.Select(pair => pair.Key),
            IEntries entries => entries.Pairs.Select(pair => pair.Value).OfType<IScalar>(),
            _ => [],
        };

    private void UnknownSetting(Place place, string name)
    {
        if (HostSettings.Placeholders.Contains(name))
            Unset(place, name);
        else
            NotAllowed(place, name);
    }

    private void NotAllowed(Place place, string name)
    {
        var allowed = string.Join(", ", HostSettings.Placeholders);
        faults.Add(
            place,
            "host-setting-not-allowed",
            new(
                $"Un fichier ne peut pas employer le réglage «\u00a0{name}\u00a0» de l’hôte.",
                $"Files may not use the host setting “{name}”."),
            new(
                $"Si la valeur n’est pas secrète, écrivez-la dans le fichier. Réglages permis, exactement ainsi\u00a0: {allowed}.",
                $"If the value is not secret, write it in the file. Allowed settings, exactly as written: {allowed}."));
    }

    private void Unset(Place place, string name) =>
        faults.Add(
            place,
            "unknown-host-setting",
            new(
                $"Le réglage «\u00a0{name}\u00a0» de l’hôte n’existe pas ou est vide.",
                $"The host setting “{name}” does not exist or is empty."),
            new(
                $"Ajoutez «\u00a0{name}\u00a0» aux réglages du carrefour, ou corrigez\u00a0%{name}%.",
                $"Add “{name}” to the hub’s settings, or fix %{name}%."));
}
