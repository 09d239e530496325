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
                "les uuid des comptes racines dont les envois sont les vôtres",
                "the uuids of the root accounts whose deliveries are yours"),
            Setting.Choice(
                "courseGrades", ["final", "ignore", "count"],
                "quelles notes d’un cours entier comptent",
                "which grades of a whole course count"),
        ],
        ApiSecrets = [Setting.Required("token", "un jeton d’accès", "an access token")],
        Course = new("l’identifiant du cours dans Canvas, p. ex. 502", "the course’s id in Canvas, e.g. 502"),
        Assessment = new("l’identifiant du devoir, p. ex. 31", "the assignment’s id, e.g. 31"),
        Guide =
        [
            new(new("Canvas, Data Streams", "Canvas, Data Streams"))
            {
                BeforeProof =
                [
                    new(
                        "Dans Canvas, ouvrez Administrateur (Admin), le compte racine, Paramètres (Settings), puis l’onglet Flux de "
                            + "données (Data Streams); appuyez sur Ajouter (Add).",
                        "In Canvas, open Admin, the root account, Settings, then the tab Data Streams; press Add."),
                    new(
                        "Nommez l’abonnement (Subscription Name), choisissez HTTPS comme mode de livraison (Delivery Method) et "
                            + "collez cette adresse sous URL\u00a0: {0}",
                        "Give a Subscription Name, choose the Delivery Method HTTPS and paste this address under URL: {0}"),
                ],
                Proofs = new Dictionary<string, BilingualText>
                {
                    [AuthenticationSchemes.SignedBody] = new(
                        "Cochez Sign Payload. Il n’y a aucun secret à saisir\u00a0: Canvas signe avec la clé d’Instructure, que le "
                            + "carrefour vérifie.",
                        "Tick Sign Payload. There is no secret to enter: Canvas signs with Instructure’s key, which the hub checks."),
                    [AuthenticationSchemes.SecretAddress] = new(
                        "Laissez Sign Payload décoché. Dans l’adresse, mettez à la place de {1} la valeur de ce réglage\u00a0: qui "
                            + "connaît l’adresse peut envoyer.",
                        "Leave Sign Payload unticked. In the address put the value of the setting {1} in the place of its name: who "
                            + "knows the address may send."),
                },
                AfterProof =
                [
                    new(
                        "Choisissez le format (Message Type) Canvas; Caliper se lit aussi.",
                        "Choose the Message Type Canvas; Caliper is read as well."),
                    new(
                        "Parmi les événements, choisissez course_completed, grade_change et grade_override; si une évaluation est un "
                            + "résultat d’apprentissage (outcome), aussi learning_outcome_result_created et "
                            + "learning_outcome_result_updated; avec le réglage courseGrades à count, aussi course_grade_change. Les "
                            + "autres ne mènent à rien.",
                        "Among the events choose course_completed, grade_change and grade_override; where an assessment is a learning "
                            + "outcome, also learning_outcome_result_created and learning_outcome_result_updated; with the setting "
                            + "courseGrades at count, also course_grade_change. The others lead to nothing."),
                    new(
                        "Enregistrez (Save). Vérifiez de temps à autre que le flux est actif\u00a0: Canvas le désactive après trop "
                            + "d’échecs en une journée et ne rejoue rien; ./hub reconcile reprend ce qui a manqué.",
                        "Save. Check from time to time that the stream is active: Canvas switches it off after too many failures in a "
                            + "day, and has no replay: ./hub reconcile takes in what was missed."),
                ],
                Trigger = new(
                    "Dans Canvas, notez un devoir d’un étudiant d’essai\u00a0: un événement grade_change suit en quelques secondes.",
                    "In Canvas, grade an assignment of a test student: an event grade_change follows within seconds."),
            },
        ],
    };
}
