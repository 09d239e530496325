using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.GenericJson;

/// <summary>What the settings of <see cref="FieldSettings"/> mean, for people.</summary>
internal static class FieldMeanings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Setting.Optional(FieldSettings.Events, "chemin de la liste des événements", "path to the list of events"),
        Setting.Optional(FieldSettings.EventId, "chemin de l’identifiant de l’événement", "path to the event’s id"),
        Setting.Optional(FieldSettings.Event, "chemin du nom de l’événement", "path to the event’s name"),
        Setting.Optional(FieldSettings.Time, "chemin de l’heure", "path to the time") with { Example = "$.time" },
        Setting.Optional(
            FieldSettings.Course,
            "chemins des identifiants du cours",
            "paths to the course’s ids") with { Example = "$.course.id" },
        Setting.Optional("studentNumber", "chemin du numéro étudiant", "path to the student number") with { Example = "$.learner.number" },
        Setting.Optional("lmsId", "chemin de l’identifiant de la personne dans la plateforme", "path to the learner’s id in the LMS"),
        Setting.Optional("login", "chemin du nom d’utilisateur", "path to the username"),
        Setting.Optional("email", "chemin de l’adresse de courriel", "path to the email address"),
        Setting.Optional(FieldSettings.Assessment, "chemin de l’identifiant de l’évaluation", "path to the assessment’s id"),
        Setting.Optional(FieldSettings.Attempt, "chemin du numéro de la tentative", "path to the attempt’s number"),
        Setting.Optional(FieldSettings.Score, "chemin des points obtenus", "path to the points earned"),
        Setting.Optional(
            FieldSettings.ScoreMin,
            "nombre de points minimal\u00a0: chemin ou nombre",
            "lowest possible number of points: a path or a number"),
        Setting.Optional(
            FieldSettings.ScoreMax,
            "nombre de points maximal\u00a0: chemin ou nombre",
            "highest possible number of points: a path or a number"),
        Setting.Optional(
            FieldSettings.Passed,
            "chemin du résultat «\u00a0réussi\u00a0» ou «\u00a0échoué\u00a0»",
            "path to the result “pass” or “fail”"),
        Setting.Optional(FieldSettings.Letter, "chemin de la lettre", "path to the letter"),
        Setting.Optional(
            FieldSettings.Path,
            "chemin de la voie suivie (cours ou reconnaissance des acquis)",
            "path to the route taken (course or prior learning)"),
        Setting.Optional(
            FieldSettings.Undoes,
            "chemin de l’identifiant de l’événement annulé",
            "path to the undone event’s id"),
        Setting.Optional(FieldSettings.Tenant, "chemin du client de l’expéditeur", "path to the sender’s customer"),
        Setting.Optional(
            FieldSettings.CompletedWhen,
            "noms des événements de réussite (* pour tous)",
            "names of the events that report a completion (* for all)") with { Example = "*" },
        Setting.Optional(
            FieldSettings.AssessedWhen,
            "noms des événements d’évaluation (* pour tous)",
            "names of the events that report an assessment (* for all)"),
        Setting.Optional(FieldSettings.UndoneWhen, "noms des événements qui en annulent un autre", "names of the events that undo another"),
        Setting.Optional(FieldSettings.PassedWhen, "valeurs qui veulent dire «\u00a0réussi\u00a0»", "values that mean “pass”"),
        Setting.Optional(
            FieldSettings.PriorLearningWhen,
            "valeurs qui veulent dire «\u00a0reconnaissance des acquis\u00a0»",
            "values that mean “prior learning”"),
        Setting.Optional(FieldSettings.Tenants, "les clients qui désignent l’établissement", "the customers that identify the institution"),
    ];
}
