using System.Globalization;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>A source whose sender's fields are named by paths: the paths can be read, and together they name what a completion needs.</summary>
internal static class FieldRules
{
    public static void Check(Located<string> kind, Entries<Located<string>> settings, FaultList faults)
    {
        foreach (var (key, value) in settings)
            CheckPath(key.Value, value, faults);
        foreach (var (setting, needs) in FieldSettings.Pairs.Where(pair => settings.Has(pair.Setting) && !settings.Has(pair.Needs)))
            faults.Add(
                settings.First(entry => entry.Key.Value == setting).Key.Place,
                "field-pair",
                new($"« {setting} » ne dit rien sans « {needs} ».", $"“{setting}” says nothing without “{needs}”."),
                new($"Ajoutez « {needs} », ou enlevez « {setting} ».", $"Add “{needs}”, or remove “{setting}”."));
        if (!FieldSettings.Learner.Any(settings.Has))
            faults.Add(
                kind.Place,
                "field-learner",
                new("Rien ne dit qui est l'apprenant.", "Nothing says who the learner is."),
                new($"Donnez au moins un chemin sous : {string.Join(", ", FieldSettings.Learner)}.", $"Give at least one path under: {string.Join(", ", FieldSettings.Learner)}."));
        CheckEvents(kind, settings, faults);
    }

    private static void CheckEvents(Located<string> kind, Entries<Located<string>> settings, FaultList faults)
    {
        if (!settings.Has(FieldSettings.CompletedWhen) && !settings.Has(FieldSettings.AssessedWhen))
            faults.Add(
                kind.Place,
                "field-events",
                new("Rien ne dit quels événements comptent : tous seraient ignorés.", "Nothing says which events count: all would be ignored."),
                new(
                    "Donnez les noms d'événements sous « completedWhen » ou « assessedWhen » ; * les prend tous.",
                    "Give the names of events under “completedWhen” or “assessedWhen”; * takes all."));

        string[] lists = [FieldSettings.CompletedWhen, FieldSettings.AssessedWhen, FieldSettings.UndoneWhen];
        if (kind.Value == "json" && !settings.Has(FieldSettings.Event))
        {
            foreach (var (key, value) in settings.Where(entry => lists.Contains(entry.Key.Value) && FieldSettings.Words(entry.Value.Value).Any(word => word != FieldSettings.Any)))
                faults.Add(
                    value.Place,
                    "field-events",
                    new($"« {key.Value} » nomme des événements, mais rien ne dit où l'envoi contient ce nom.", $"“{key.Value}” names events, but nothing says where a delivery contains that name."),
                    new("Donnez ce chemin sous « event », ou prenez *.", "Give that path under “event”, or use *."));
        }
    }

    private static void CheckPath(string setting, Located<string> value, FaultList faults)
    {
        var isPath = FieldSettings.OfAnEvent.Contains(setting) || FieldSettings.OfAnEnvelope.Contains(setting);
        if (!isPath || HostSettings.IsOpen(value.Value) || IsNumber(setting, value.Value) || FieldPath.TryParse(value.Value, out _, out var at))
            return;
        faults.Add(
            value.Place,
            "field-path",
            new($"Le chemin de « {setting} » ne se lit pas à partir du caractère {at}.", $"The path of “{setting}” cannot be read from character {at} on."),
            new(
                "Écrivez p. ex. $.data.learner.id, items[0].code ou $['nom avec espaces'] ; *, .. et ? n'existent pas ici.",
                "Write e.g. $.data.learner.id, items[0].code or $['name with spaces']; there is no *, .. or ? here."));
    }

    private static bool IsNumber(string setting, string value) =>
        setting is FieldSettings.ScoreMin or FieldSettings.ScoreMax && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
}
