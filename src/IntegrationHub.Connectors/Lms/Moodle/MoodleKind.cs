using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Moodle;

/// <summary>What Moodle is to institutions’ files and to those who connect it.</summary>
internal static class MoodleKind
{
    public static SourceKind Kind { get; } =
        new("moodle", new("Moodle", "Moodle"))
        {
            Authentications = [AuthenticationSchemes.Basic, AuthenticationSchemes.TokenInBody],
            Settings = [Setting.Optional(LmsSite.Hosts, "les hôtes de votre Moodle", "your Moodle’s hosts")],
            ApiSecrets = [Setting.Required("token", "un jeton des services web", "a web service token")],
            Course = new("le numéro du cours, son nom abrégé ou son numéro d’identification", "the course’s id, short name or ID number"),
            Assessment = new(
                "la page de l’activité, p. ex. /mod/quiz/view.php?id=31",
                "the activity’s page, e.g. /mod/quiz/view.php?id=31"),
            AssessmentId = AssessmentIds.OfMoodle,
            Guide =
            [
                new(new("Moodle, Logstore xAPI", "Moodle, Logstore xAPI"))
                {
                    Authentications = [AuthenticationSchemes.Basic],
                    BeforeProof =
                    [
                        new(
                            "Dans Moodle, installez le module Logstore xAPI, puis activez-le sous Administration du site (Site "
                                + "administration) → Plugins → Journaux (Logging) → Gérer les stockages des journaux (Manage log "
                                + "stores).",
                            "In Moodle, install the plugin Logstore xAPI, then enable it under Site administration → Plugins → Logging "
                                + "→ Manage log stores."),
                        new(
                            "Ouvrez ses réglages (Logstore xAPI → General Settings) et collez cette adresse sous «\u00a0LRS "
                                + "endpoint\u00a0»; le module y ajoute /statements\u00a0: {0}",
                            "Open its settings (Logstore xAPI → General Settings) and paste this address under “LRS endpoint”; the "
                                + "plugin adds /statements: {0}"),
                    ],
                    Proofs = new Dictionary<string, BilingualText>
                    {
                        [AuthenticationSchemes.Basic] = new(
                            "Sous «\u00a0LRS auth key\u00a0», saisissez la valeur du réglage {1}; sous «\u00a0LRS auth secret\u00a0», "
                                + "celle de {2}.",
                            "Under “LRS auth key”, enter the value of the setting {1}; under “LRS auth secret”, that of {2}."),
                    },
                    AfterProof =
                    [
                        new(
                            "Cochez «\u00a0Send statements by scheduled task?\u00a0» et «\u00a0Resend failed batches\u00a0»; "
                                + "choisissez une taille de lot de 5 à 10. Un test produit un énoncé par question. Le carrefour accepte "
                                + "au plus 1\u00a0Mo à la fois, et le module doit couper en deux les lots plus grands.",
                            "Tick “Send statements by scheduled task?” and “Resend failed batches”; set the batch size to 5 to 10. A "
                                + "quiz sends one statement per question. The hub accepts at most 1 MB at once, and the plugin must "
                                + "halve larger batches."),
                        new(
                            "Sous «\u00a0Actor identification\u00a0», choisissez comment les énoncés nomment la personne. Par défaut, ils "
                                + "ne disent que son numéro d’utilisateur dans Moodle\u00a0: donnez alors à la source une "
                                + "«\u00a0api\u00a0» et, sous «\u00a0learners\u00a0», known puis lms, ou chargez une table "
                                + "(./hub identity load). Avec «\u00a0Identify users by email\u00a0», écrivez sous "
                                + "«\u00a0learners\u00a0» known puis «\u00a0email\u00a0».",
                            "Under “Actor identification”, choose how statements name the learner. By default they give only Moodle’s "
                                + "user id: then give the source an “api” and, under “learners”, known then lms, or load a table "
                                + "(./hub identity load). With “Identify users by email”, write known then email under “learners”."),
                        new(
                            "Cochez «\u00a0Send short course name\u00a0» et «\u00a0Send course and activity ID number\u00a0», pour que "
                                + "le carrefour reconnaisse les cours.",
                            "Tick “Send short course name” and “Send course and activity ID number”, so that the hub recognizes the "
                                + "courses."),
                        new(
                            "Sous «\u00a0Include actions with these routes\u00a0», ne cochez que \\core\\event\\course_completed, "
                                + "\\mod_quiz\\event\\attempt_submitted, \\mod_quiz\\event\\question_manually_graded, "
                                + "\\mod_assign\\event\\submission_graded et, si vous vous en "
                                + "servez, \\mod_scorm\\event\\status_submitted et \\mod_scorm\\event\\scoreraw_submitted; enregistrez. Au "
                                + "plus un lot part à chaque passage de cron\u00a0: avec tous les événements, Moodle prend du retard. Cron "
                                + "doit passer chaque minute.",
                            "Under “Include actions with these routes”, tick only \\core\\event\\course_completed, "
                                + "\\mod_quiz\\event\\attempt_submitted, \\mod_quiz\\event\\question_manually_graded, "
                                + "\\mod_assign\\event\\submission_graded and, if you use them, "
                                + "\\mod_scorm\\event\\status_submitted and \\mod_scorm\\event\\scoreraw_submitted; save. At most one "
                                + "batch "
                                + "leaves with each run of cron: with every event ticked, Moodle falls behind. Cron must run every "
                                + "minute."),
                        new(
                            "Après un mot de passe refusé (401), une panne ou toute autre réponse que 200, le module met le lot de côté "
                                + "et ne le renvoie pas de lui-même\u00a0: corrigez la cause, puis appuyez sur «\u00a0Resend\u00a0» dans "
                                + "Logstore xAPI → Logstore xAPI Error Log. Ne mettez pas de «\u00a0perMinute\u00a0» à cette source.",
                            "After a refused password (401), an outage or any other answer than 200, the plugin parks the batch and does "
                                + "not send it again by itself: correct the cause, then press “Resend” under Logstore xAPI → Logstore xAPI "
                                + "Error Log. Do not set “perMinute” for this source."),
                        new(
                            "Sans api, le module envoie avec chaque tentative la note du carnet\u00a0: donnez à counts la méthode "
                                + "d’évaluation du test. Les questions à développement et le flux d’évaluation demandent une api.",
                            "Without an api the plugin sends the gradebook’s grade with every attempt: set counts to the quiz’s "
                                + "grading method. Essay questions and the marking workflow need an api."),
                    ],
                    Trigger = new(
                        "Dans Moodle, terminez un cours d’essai, puis attendez la tâche planifiée «\u00a0Emit records to LRS\u00a0» "
                            + "(cron, souvent deux passages).",
                        "In Moodle, complete a test course, then wait for the scheduled task “Emit records to LRS” (cron, often two runs)."
                    ),
                },
                new(new("Moodle, WebHooks (local_webhooks)", "Moodle, WebHooks (local_webhooks)"))
                {
                    Authentications = [AuthenticationSchemes.TokenInBody, AuthenticationSchemes.SecretAddress],
                    BeforeProof =
                    [
                        new(
                            "Dans Moodle, installez le module WebHooks (local_webhooks), puis ouvrez-le sous Administration du site "
                                + "(Site administration) → Serveur (Server) → WebHooks; ajoutez un service.",
                            "In Moodle, install the plugin WebHooks (local_webhooks), then open it under Site administration → Server "
                                + "→ WebHooks; add a service."),
                        new(
                            "Donnez-lui un titre et collez cette adresse sous URL\u00a0: {0}",
                            "Give it a title and paste this address under URL: {0}"),
                    ],
                    Proofs = new Dictionary<string, BilingualText>
                    {
                        [AuthenticationSchemes.TokenInBody] = new(
                            "Sous Token, saisissez la valeur du réglage {1}\u00a0: le module la met dans chaque envoi.",
                            "Under Token, enter the value of the setting {1}: the plugin includes it in every delivery."),
                    },
                    AfterProof =
                    [
                        new(
                            "Choisissez le type de contenu application/json et les événements \\core\\event\\course_completed, "
                                + "\\core\\event\\badge_awarded et \\core\\event\\badge_revoked. Les événements de notes arrivent ici "
                                + "sans le résultat, et le carrefour les ignore\u00a0: pour les notes, envoyez par Logstore xAPI ou "
                                + "donnez au carrefour accès à l’API de Moodle (./hub reconcile).",
                            "Choose the content type application/json and the events \\core\\event\\course_completed, "
                                + "\\core\\event\\badge_awarded and \\core\\event\\badge_revoked. Grade events arrive here without the "
                                + "result, and the hub ignores them: for grades, send through Logstore xAPI or give the hub access to "
                                + "Moodle’s API (./hub reconcile)."),
                        new(
                            "Activez le service et enregistrez. Ce module n’essaie qu’une fois\u00a0: récupérez ce qui a manqué avec "
                                + "./hub reconcile.",
                            "Enable the service and save. This plugin tries only once: fetch what was missed with ./hub reconcile."),
                    ],
                    Trigger = new(
                        "Dans Moodle, décernez un insigne (badge) à une personne apprenante d’essai\u00a0: l’événement part aussitôt.",
                        "In Moodle, award a badge to a test student: the plugin sends the event immediately."),
                },
                new(new("Moodle, Event Trigger (tool_trigger)", "Moodle, Event Trigger (tool_trigger)"))
                {
                    BeforeProof =
                    [
                        new(
                            "Dans Moodle, installez le module Event Trigger (tool_trigger), puis ouvrez Administration du site (Site "
                                + "administration) → Plugins → Outils d’administration (Admin tools) → Event Trigger; appuyez sur "
                                + "«\u00a0Add new trigger workflow\u00a0».",
                            "In Moodle, install the plugin Event Trigger (tool_trigger), then open Site administration → Plugins → "
                                + "Admin tools → Event Trigger; press “Add new trigger workflow”."),
                        new(
                            "Sous «\u00a0Event to monitor\u00a0», choisissez l’événement course_completed. Pour les insignes "
                                + "(badges), créez un flux pour badge_awarded et un pour badge_revoked; les événements de notes "
                                + "arrivent sans le résultat, et le carrefour les ignore. "
                                + "Ajoutez une étape «\u00a0Lookup\u00a0» qui cherche la "
                                + "personne, pour que le numéro étudiant (idnumber) soit connu.",
                            "Under “Event to monitor”, choose course_completed. For badges, create one workflow for badge_awarded and "
                                + "one for badge_revoked; grade events arrive without the result, and the hub ignores them. Add a "
                                + "“Lookup” step that finds the user, so that the student number (idnumber) is known."),
                        new(
                            "Ajoutez une étape «\u00a0HTTP request\u00a0» et collez cette adresse sous URL\u00a0: {0}",
                            "Add an “HTTP request” step and paste this address under URL: {0}"),
                    ],
                    AfterProof =
                    [
                        new(
                            "Cochez «\u00a0JSON encode parameters\u00a0». Sous Parameters, saisissez sur une seule ligne "
                                + "eventname={{eventname}}&courseid={{courseid}}&relateduserid={{relateduserid}}&objectid={{objectid}}"
                                + "&timecreated={{timecreated}}&user_idnumber={{user_idnumber}}. Un corps JSON écrit à la main perd les "
                                + "barres obliques inverses, et rien ne compte.",
                            "Tick “JSON encode parameters”. Under Parameters, enter on a single line "
                                + "eventname={{eventname}}&courseid={{courseid}}&relateduserid={{relateduserid}}&objectid={{objectid}}"
                                + "&timecreated={{timecreated}}&user_idnumber={{user_idnumber}}. A JSON body written by hand loses its "
                                + "backslashes, and nothing counts."),
                        new(
                            "Sous Headers, saisissez une ligne Content-Type avec application/json et, avec l’authentification basic, "
                                + "une ligne Authorization avec Basic et utilisateur:motdepasse en base64; avec tokenInBody, ajoutez "
                                + "plutôt &token= et le jeton à la ligne des paramètres.",
                            "Under Headers, one a line, enter Content-Type: application/json and, with the authentication basic, "
                                + "Authorization: Basic followed by user:password in base64; with tokenInBody, add &token= and the token "
                                + "to "
                                + "the line of parameters instead."),
                        new(
                            "Cochez «\u00a0Workflow active\u00a0», enlevez «\u00a0Draft mode\u00a0» et enregistrez.",
                            "Tick “Workflow active”, untick “Draft mode” and save."),
                    ],
                    Trigger = new(
                        "Dans Moodle, terminez un cours d’essai; le flux s’exécute au prochain passage de cron.",
                        "In Moodle, complete a test course; the workflow runs with the next cron run."),
                },
            ],
        };
}
