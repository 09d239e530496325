using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>What a Caliper sensor is to institutions’ files and to those who connect it.</summary>
internal static class CaliperKind
{
    public static SourceKind Kind { get; } = new("caliper", new("Caliper", "Caliper"))
    {
        Authentications = [AuthenticationSchemes.Bearer, AuthenticationSchemes.BareAuthorization],
        Settings =
        [
            Setting.Optional(
                LmsSite.Hosts,
                "les hôtes de l’expéditeur, comme son edApp les donne",
                "the sender’s hosts, as its edApp states them"),
            Setting.Optional(
                "studentNumber",
                "les types d’identifiants (otherIdentifiers) qui sont le numéro étudiant",
                "the identifier types (otherIdentifiers) that are the student number"),
        ],
        Course = new(
            "le numéro du cours, son IRI ou la dernière partie de l’IRI",
            "the course’s number, its IRI or the last part of the IRI"),
        Assessment = new("l’IRI complet de l’évaluation", "the assessment’s complete IRI"),
        AssessmentId = AssessmentIds.OfCaliper,
        Guide =
        [
            new(new("Caliper", "Caliper"))
            {
                BeforeProof =
                [
                    new(
                        "Dans le système expéditeur (sensor), donnez cette adresse au magasin d’événements (endpoint)\u00a0: {0}",
                        "In the sending system (the sensor), enter this address as the event store endpoint: {0}"),
                ],
                AfterProof =
                [
                    new("Choisissez Caliper 1.1 ou 1.2 et le profil Grading.", "Choose Caliper 1.1 or 1.2 and the Grading profile."),
                    new(
                        "Demandez des entités complètes, si c’est possible\u00a0: une personne réduite à son IRI doit être "
                            + "reconnue autrement.",
                        "Ask for full entities where possible: the hub must match a learner who is reduced to an IRI in another "
                            + "way."),
                ],
            },
        ],
    };
}
