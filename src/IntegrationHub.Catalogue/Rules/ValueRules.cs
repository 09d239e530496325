using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>Values that a file gives to a system against what the system's kind says of them.</summary>
internal static class ValueRules
{
    /// <summary>A value that takes one of a few does so.</summary>
    public static void CheckChoices(IEnumerable<Setting> known, Entries<Located<string>>? given, FaultList faults)
    {
        foreach (var (name, value) in given ?? [])
        {
            if (known.FirstOrDefault(setting => setting.Name == name.Value) is not { Choices: { Count: > 0 } possible }
                || possible.Contains(value.Value) || HostSettings.IsOpen(value.Value))
                continue;
            faults.Add(
                value.Place,
                "setting-value",
                new(
                    $"Le réglage «\u00a0{name.Value}\u00a0» n’a pas de valeur «\u00a0{value.Value}\u00a0».",
                    $"The setting “{name.Value}” has no value “{value.Value}”."),
                new($"Prenez une de : {string.Join(", ", possible)}.", $"Use one of: {string.Join(", ", possible)}."));
        }
    }

    /// <summary>The kind's own rules hold.</summary>
    public static void Check(SettingCheck rules, Place kind, Entries<Located<string>>? given, FaultList faults) => Check(
        rules, kind, [.. (given ?? []).Select(entry => (entry.Key.Value, entry.Key.Place, entry.Value))], faults);

    /// <summary>The kind's own rules hold.</summary>
    public static void Check(
        SettingCheck rules,
        Place kind,
        IReadOnlyCollection<(string Name, Place Place, Located<string> Value)> given,
        FaultList faults)
    {
        var places = given.ToDictionary(one => one.Name);
        foreach (var fault in rules(places.ToDictionary(one => one.Key, one => one.Value.Value.Value)))
        {
            if (fault.Setting is null || !places.TryGetValue(fault.Setting, out var at))
                faults.Add(kind, fault.Rule, fault.Message, fault.Remedy);
            else if (fault.IsOfTheName)
                faults.Add(at.Place, fault.Rule, fault.Message, fault.Remedy);
            else if (!HostSettings.IsOpen(at.Value.Value))
                faults.Add(at.Value.Place, fault.Rule, fault.Message, fault.Remedy);
        }
    }
}
