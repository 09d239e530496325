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
            if (source.LoginPattern is { } pattern
                && source.Learners?.Any(strategy => strategy.Value == MatchingStrategy.Login) is not true)
                faults.Add(
                    pattern.Place,
                    "login-pattern-not-used",
                    new(
                        "Le motif n’a aucun effet\u00a0: «\u00a0login\u00a0» n’est pas l’une des façons de trouver la personne.",
                        "The pattern has no effect: “login” is not one of the ways to find the learner."),
                    new(
                        "Ajoutez «\u00a0login\u00a0» sous «\u00a0learners\u00a0», ou enlevez le motif.",
                        "Add “login” under “learners”, or remove the pattern."));
        }
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
                new(
                    $"Cette façon de trouver la personne a besoin de «\u00a0{name}\u00a0», qui manque.",
                    $"This way of finding the learner needs “{name}”, which is missing."),
                new($"Ajoutez «\u00a0{name}\u00a0», ou enlevez-la de la liste.", $"Add “{name}”, or remove it from the list."));
    }
}
