using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Blackboard;

/// <summary>What Blackboard Learn is to institutions’ files and to those who connect it.</summary>
internal static class BlackboardKind
{
    public static SourceKind Kind { get; } = new("blackboard", new("Blackboard Learn", "Blackboard Learn"))
    {
        Authentications = [AuthenticationSchemes.BareAuthorization, AuthenticationSchemes.Bearer],
        Settings =
        [
            Setting.Optional(
                LmsSite.Hosts,
                "les identifiants de site de votre Learn, comme son edApp les donne",
                "your Learn’s site ids, as its edApp states them"),
            Setting.Choice(
                "courseGrades", ["ignore", "count"],
                "si les notes globales d’un cours comptent",
                "whether overall course grades count"),
            Setting.Choice(
                "studentNumber", ["externalId", "none"],
                "quel identifiant est le numéro étudiant",
                "which identifier is the student number"),
        ],
        Course = new("l’identifiant ou le «\u00a0batch uid\u00a0» du cours", "the course’s id or batch uid"),
        Assessment = new("l’identifiant de la colonne, p. ex. _31_1", "the column’s id, e.g. _31_1"),
        AssessmentId = AssessmentId,
        Guide =
        [
            new(new("Blackboard Learn, Caliper", "Blackboard Learn, Caliper"))
            {
                BeforeProof =
                [
                    new(
                        "Dans Blackboard Learn, ouvrez System Admin → Building Blocks → Telemetry, puis Caliper Event Stores; appuyez "
                            + "sur Create.",
                        "In Blackboard Learn, open System Admin → Building Blocks → Telemetry, then Caliper Event Stores; press Create."),
                    new(
                        "Nommez le magasin d’événements et collez cette adresse sous URL\u00a0: {0}",
                        "Name the event store and paste this address under URL: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Choisissez une taille de lot (batch size) de 100 au plus, pour que chaque envoi reste petit.",
                        "Choose a batch size of at most 100 to keep each delivery small."),
                    new(
                        "Activez le magasin et enregistrez. Blackboard envoie tout, sans filtre\u00a0: le carrefour ignore le "
                            + "reste. Les notes arrivent par lots, la nuit.",
                        "Enable the store and save. Blackboard sends everything, unfiltered, and the hub ignores the rest. Grades "
                            + "arrive in batches, at night."),
                ],
                Trigger = new(
                    "Dans Blackboard, ouvrez une session\u00a0: un événement SessionEvent suit aussitôt. Les notes arrivent la "
                        + "nuit, ou dès qu’une note est remplacée.",
                    "In Blackboard, sign in: a SessionEvent follows immediately. Grades arrive at night, or as soon as a grade is "
                        + "overridden."),
            },
        ],
    };

    /// <summary>The column's id, by itself or as the last part of its IRI.</summary>
    private static string? AssessmentId(string written) =>
        Iri.Last(written) is { Length: > 0 } last && !last.Any(char.IsWhiteSpace) ? last : null;
}
