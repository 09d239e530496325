using System.Globalization;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>
/// A source whose sender's fields are named by paths: the paths can be read, and together they name what a completion needs.
/// </summary>
internal static class FieldChecks
{
    /// <summary>Every fault in the settings of a source.</summary>
    /// <param name="given">The settings.</param>
    /// <param name="namesEvents">Whether a delivery says how its events are called.</param>
    public static IEnumerable<SettingFault> Check(IReadOnlyDictionary<string, string> given, bool namesEvents) =>
        given.SelectMany(setting => Path(setting.Key, setting.Value))
            .Concat(Pairs(given)).Concat(Learner(given)).Concat(Events(given, namesEvents));

    private static IEnumerable<SettingFault> Pairs(IReadOnlyDictionary<string, string> given) =>
        from pair in FieldSettings.Pairs
        where given.ContainsKey(pair.Setting) && !given.ContainsKey(pair.Needs)
        select new SettingFault(
            pair.Setting,
            "field-pair",
            new(
                $"«\u00a0{pair.Setting}\u00a0» n’a aucun effet sans «\u00a0{pair.Needs}\u00a0».",
                $"“{pair.Setting}” has no effect without “{pair.Needs}”."),
            new(
                $"Ajoutez «\u00a0{pair.Needs}\u00a0», ou enlevez «\u00a0{pair.Setting}\u00a0».",
                $"Add “{pair.Needs}”, or remove “{pair.Setting}”."))
        {
            IsOfTheName = true,
        };

    private static IEnumerable<SettingFault> Learner(IReadOnlyDictionary<string, string> given)
    {
        var paths = string.Join(", ", FieldSettings.Learner);
        if (!FieldSettings.Learner.Any(given.ContainsKey))
            yield return new(
                null,
                "field-learner",
                new("Aucun réglage ne dit qui est la personne apprenante.", "No setting says who the learner is."),
                new($"Donnez au moins un chemin sous : {paths}.", $"Give at least one path under: {paths}."));
    }

    private static IEnumerable<SettingFault> Events(IReadOnlyDictionary<string, string> given, bool namesEvents)
    {
        if (!given.ContainsKey(FieldSettings.CompletedWhen) && !given.ContainsKey(FieldSettings.AssessedWhen))
            yield return new(
                null,
                "field-events",
                new(
                    "Aucun réglage ne dit quels événements comptent\u00a0: le carrefour les ignorerait tous.",
                    "No setting says which events count: the hub would ignore them all."),
                new(
                    "Nommez les événements sous «\u00a0completedWhen\u00a0» ou «\u00a0assessedWhen\u00a0»; * les prend tous.",
                    "Name the events under “completedWhen” or “assessedWhen”; * means all of them."));
        string[] lists = namesEvents ? [] : [FieldSettings.CompletedWhen, FieldSettings.AssessedWhen, FieldSettings.UndoneWhen];
        foreach (var list in lists.Where(list => FieldSettings.Words(given.GetValueOrDefault(list)).Any(word => word != FieldSettings.Any)))
            yield return new(
                list,
                "field-events",
                new(
                    $"«\u00a0{list}\u00a0» nomme des événements, mais aucun réglage ne dit où l’envoi contient ce nom.",
                    $"“{list}” names events, but no setting says where a delivery contains that name."),
                new("Donnez ce chemin sous «\u00a0event\u00a0», ou prenez *.", "Give that path under “event”, or use *."));
    }

    private static IEnumerable<SettingFault> Path(string setting, string value)
    {
        var isPath = FieldSettings.OfAnEvent.Contains(setting) || FieldSettings.OfAnEnvelope.Contains(setting);
        if (isPath && !IsNumber(setting, value) && !FieldPath.TryParse(value, out _, out var at))
            yield return new(
                setting,
                "field-path",
                new(
                    $"Le chemin de «\u00a0{setting}\u00a0» n’est pas valide à partir du caractère {at}.",
                    $"The path of “{setting}” is not valid from character {at} on."),
                new(
                    "Écrivez p. ex. $.data.learner.id, items[0].code ou $['nom avec espaces']; les signes *, .. "
                        + "et «\u00a0?\u00a0» ne sont pas permis.",
                    "Write e.g. $.data.learner.id, items[0].code or $['name with spaces']; *, .. and ? are not allowed."));
    }

    private static bool IsNumber(string setting, string value) =>
        setting is FieldSettings.ScoreMin or FieldSettings.ScoreMax
        && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
}
