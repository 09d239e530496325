using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Canvas;

/// <summary>What Canvas is to institutions’ files and to those who connect it.</summary>
internal static class CanvasKind
{
    public static SourceKind Kind { get; } = new("canvas", new("Canvas", "Canvas"))
    {
        Authentications = [AuthenticationSchemes.SignedBody, AuthenticationSchemes.SecretAddress],
        TakesAnyAuthentication = false,
        Settings =
        [
            Setting.Required(
                "accounts",
                "les uuid de vos comptes racines",
                "the uuids of your root accounts"),
            Setting.Choice(
                "courseGrades", ["final", "ignore", "count"],
                "quelles notes globales d’un cours comptent",
                "which overall course grades count"),
        ],
        ApiSecrets = [Setting.Required("token", "un jeton d’accès", "an access token")],
        Course = new("l’identifiant du cours dans Canvas, p. ex. 502", "the course’s id in Canvas, e.g. 502"),
        Assessment = new("l’identifiant du devoir, p. ex. 31", "the assignment’s id, e.g. 31"),
        AssessmentId = AssessmentIds.OfCanvas,
        Guide =
        [
            new(new("Canvas, Data Streams", "Canvas, Data Streams"))
            {
                BeforeProof =
                [
                    new(
                        "Dans Canvas, ouvrez Administrateur (Admin), le compte racine, Paramètres (Settings), puis l’onglet Flux "
                            + "de données (Data Streams); appuyez sur Ajouter (Add).",
                        "In Canvas, open Admin, the root account, Settings, then the Data Streams tab; press Add."),
                    new(
                        "Nommez l’abonnement (Subscription Name), choisissez HTTPS comme mode de livraison (Delivery Method) et "
                            + "collez cette adresse sous URL\u00a0: {0}",
                        "Enter a Subscription Name, choose HTTPS as the Delivery Method and paste this address under URL: {0}"),
                ],
                Proofs = new Dictionary<string, BilingualText>
                {
                    [AuthenticationSchemes.SignedBody] = new(
                        "Cochez Sign Payload. Il n’y a aucun secret à saisir\u00a0: Canvas signe avec la clé d’Instructure, et le "
                            + "carrefour vérifie la signature.",
                        "Tick Sign Payload. There is no secret to enter: Canvas signs with Instructure’s key, and the hub verifies "
                            + "the signature."),
                    [AuthenticationSchemes.SecretAddress] = new(
                        "Laissez Sign Payload décoché. Dans l’adresse, remplacez {1} par la valeur de ce réglage\u00a0: quiconque "
                            + "connaît l’adresse peut envoyer.",
                        "Leave Sign Payload unticked. In the address, replace {1} with the value of that setting: anyone who knows "
                            + "the address can send."),
                },
                AfterProof =
                [
                    new(
                        "Choisissez le format (Message Type) Canvas; le carrefour lit aussi Caliper.",
                        "Choose Canvas as the Message Type; the hub also reads Caliper."),
                    new(
                        "Choisissez les événements course_completed, grade_change et grade_override. Si une évaluation est un "
                            + "résultat d’apprentissage (outcome), choisissez aussi learning_outcome_result_created et "
                            + "learning_outcome_result_updated; si le réglage courseGrades est count, course_grade_change. Le "
                            + "carrefour ignore les autres.",
                        "Choose the events course_completed, grade_change and grade_override. If an assessment is a learning "
                            + "outcome, also choose learning_outcome_result_created and learning_outcome_result_updated; if the "
                            + "setting courseGrades is count, course_grade_change. The hub ignores the others."),
                    new(
                        "Enregistrez (Save). Vérifiez de temps à autre que le flux est actif\u00a0: Canvas le désactive après trop "
                            + "d’échecs en une journée et ne rejoue rien. ./hub reconcile récupère ce qui a manqué.",
                        "Save. Check from time to time that the stream is active: Canvas disables it after too many failures in a "
                            + "day and replays nothing. ./hub reconcile fetches what was missed."),
                ],
                Trigger = new(
                    "Dans Canvas, notez un devoir d’une personne apprenante d’essai\u00a0: un événement grade_change suit en "
                        + "quelques secondes.",
                    "In Canvas, grade an assignment of a test student: a grade_change event follows within seconds."),
            },
        ],
    };
}
