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
        Setting.Optional("lmsId", "chemin de l’identifiant de la personne dans la plateforme", "path to the person’s id in the platform"),
        Setting.Optional("login", "chemin du nom d’utilisateur", "path to the login"),
        Setting.Optional("email", "chemin de l’adresse de courriel", "path to the email address"),
        Setting.Optional(FieldSettings.Assessment, "chemin de l’identifiant de l’évaluation", "path to the assessment’s id"),
        Setting.Optional(FieldSettings.Attempt, "chemin du numéro de la tentative", "path to the attempt’s number"),
        Setting.Optional(FieldSettings.Score, "chemin des points obtenus", "path to the points given"),
        Setting.Optional(
            FieldSettings.ScoreMin,
            "le moins de points possible\u00a0: chemin ou nombre",
            "lowest possible points: a path or a number"),
        Setting.Optional(
            FieldSettings.ScoreMax,
            "le plus de points possible\u00a0: chemin ou nombre",
            "highest possible points: a path or a number"),
        Setting.Optional(FieldSettings.Passed, "chemin de la réussite", "path to pass or fail"),
        Setting.Optional(FieldSettings.Letter, "chemin de la lettre", "path to the letter"),
        Setting.Optional(FieldSettings.Path, "chemin de la voie d’apprentissage", "path to how the learner came to it"),
        Setting.Optional(
            FieldSettings.Undoes,
            "chemin de l’identifiant de l’événement annulé",
            "path to the id of the event that is undone"),
        Setting.Optional(FieldSettings.Tenant, "chemin du client de l’expéditeur", "path to the sender’s customer"),
        Setting.Optional(
            FieldSettings.CompletedWhen,
            "noms des événements qui terminent (* les prend tous)",
            "names of the events that complete (* is all)") with { Example = "*" },
        Setting.Optional(
            FieldSettings.AssessedWhen,
            "noms des événements qui évaluent (* les prend tous)",
            "names of the events that assess (* is all)"),
        Setting.Optional(FieldSettings.UndoneWhen, "noms des événements qui annulent", "names of the events that undo"),
        Setting.Optional(FieldSettings.PassedWhen, "valeurs qui veulent dire réussite", "values that mean pass"),
        Setting.Optional(FieldSettings.PriorLearningWhen, "valeurs qui veulent dire acquis antérieurs", "values that mean prior learning"),
        Setting.Optional(FieldSettings.Tenants, "les clients qui sont l’établissement", "the customers that are the institution"),
    ];
}
