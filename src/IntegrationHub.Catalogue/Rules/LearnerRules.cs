using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>The ways to find a source's learners, and the systems that they ask.</summary>
internal static class LearnerRules
{
    public static void Check(InstitutionShape institution, FaultList faults)
    {
        foreach (var (_, source) in institution.Sources ?? [])
        {
            foreach (var strategy in source.Learners ?? [])
                CheckSystem(strategy, source, institution.Connections, faults);
            if (source.LoginPattern is { } pattern && source.Learners?.Any(strategy => strategy.Value == MatchingStrategy.Login) is not true)
                faults.Add(
                    pattern.Place,
                    "login-pattern-not-used",
                    new("Le motif n'a aucun effet : « login » n'est pas l'une des façons de trouver la personne.", "The pattern has no effect: “login” is not one of the ways to find the learner."),
                    new("Ajoutez « login » sous « learners », ou enlevez le motif.", "Add “login” under “learners”, or remove the pattern."));
        }

        if (institution.Connections?.Directory is { } directory)
            CheckDirectory(directory, faults);
    }

    private static void CheckSystem(Located<MatchingStrategy> strategy, SourceShape source, ConnectionsShape? connections, FaultList faults)
    {
        var (isMissing, name) = strategy.Value switch
        {
            MatchingStrategy.Lms => (source.Api is null, "api"),
            MatchingStrategy.Graph => (connections?.Directory is null, "connections: directory"),
            MatchingStrategy.Email or MatchingStrategy.Login => (connections?.Sis is null, "connections: sis"),
            _ => (false, ""),
        };
        if (isMissing)
            faults.Add(
                strategy.Place,
                "learners-connection",
                new($"Cette façon de trouver la personne a besoin de « {name} », qui manque.", $"This way of finding the learner needs “{name}”, which is missing."),
                new($"Ajoutez « {name} », ou enlevez-la de la liste.", $"Add “{name}”, or remove it from the list."));
    }

    private static void CheckDirectory(ConnectionShape directory, FaultList faults)
    {
        foreach (var (key, value) in directory.Settings ?? [])
        {
            var possible = key.Value switch { "studentNumber" => DirectoryNames.Numbers, "find" => DirectoryNames.All, _ => null };
            if (possible is not null && !HostSettings.IsOpen(value.Value) && !value.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(possible.Contains))
                faults.Add(
                    value.Place,
                    "directory-attribute",
                    new($"« {key.Value} » nomme un attribut que l'annuaire n'a pas.", $"“{key.Value}” names an attribute that the directory does not have."),
                    new($"Prenez parmi : {Named(possible)}.", $"Use from: {Named(possible)}."));
        }
    }

    private static string Named(IReadOnlyList<string> attributes) =>
        string.Join(", ", attributes.Where(name => !name.StartsWith(DirectoryNames.Extension, StringComparison.Ordinal)).Append($"{DirectoryNames.Extension}1 … {DirectoryNames.Extension}15"));
}
