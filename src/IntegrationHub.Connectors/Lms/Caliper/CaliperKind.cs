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
                "studentNumber",
                "les types d’identifiants (otherIdentifiers) qui sont le numéro étudiant",
                "the types of identifiers (otherIdentifiers) that are the student number"),
        ],
        Course = new(
            "le numéro du cours, son IRI ou la dernière partie de celui-ci",
            "the course’s number, its IRI or the IRI’s last part"),
        Assessment = new("l’IRI entier de l’évaluation", "the assessment’s whole IRI"),
        Guide =
        [
            new(new("Caliper", "Caliper"))
            {
                BeforeProof =
                [
                    new(
                        "Chez l’expéditeur (sensor), donnez comme adresse du magasin d’événements (endpoint)\u00a0: {0}",
                        "At the sender’s (the sensor), give as event store endpoint: {0}"),
                ],
                AfterProof =
                [
                    new("Choisissez Caliper 1.1 ou 1.2 et le profil Grading.", "Choose Caliper 1.1 or 1.2 and the Grading profile."),
                    new(
                        "Demandez des entités complètes là où c’est possible\u00a0: une personne réduite à son IRI doit être reconnue "
                            + "autrement.",
                        "Ask for full entities where possible: a person thinned to an IRI has to be matched otherwise."),
                ],
            },
        ],
    };
}
