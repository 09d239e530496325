using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>A record target must be complete, and there must be a system to write it to.</summary>
internal static class RecordRules
{
    private static readonly string[] NonCourseSettings = ["nonCourseLevel", "nonCourseStatus"];

    public static void Check(RecordShape record, InstitutionShape? institution, FaultList faults)
    {
        if (record.Kind is not { Value: not RecordTargetKind.None } kind)
            return;
        (string Key, Located<string>? Value)[] needed = kind.Value == RecordTargetKind.SectionGrade
            ? [("section", record.Section), ("grade", record.Grade), ("gradeType", record.GradeType)]
            : [("code", record.Code)];
        foreach (var (key, _) in needed.Where(need => need.Value is null))
            faults.Add(
                kind.Place,
                "record-incomplete",
                new($"Ce qui est inscrit au dossier est incomplet : « {key} » manque.", $"What is written to the record is incomplete: “{key}” is missing."),
                new($"Demandez « {key} » au bureau du registraire et ajoutez-le.", $"Ask the registrar's office for “{key}” and add it."));

        if (institution?.Connections?.Sis is { } sis)
            CheckEthos(kind, sis, needed, record.WithdrawnGrade, faults);
        else if (institution is not null)
            faults.Add(
                kind.Place,
                "record-connection",
                new("L'entrée va au relevé de notes, mais l'établissement n'a pas de système d'information sur les étudiants.", "The entry goes on the transcript, but the institution has no student information system."),
                new("Ajoutez « connections: sis » à institution.yaml, ou prenez « kind: none ».", "Add “connections: sis” to institution.yaml, or use “kind: none”."));
    }

    private static void CheckEthos(Located<RecordTargetKind> kind, ConnectionShape sis, (string Key, Located<string>? Value)[] needed, Located<string>? withdrawn, FaultList faults)
    {
        if (sis.Kind?.Value != "ethos")
            return;
        if (kind.Value == RecordTargetKind.NonCourse)
            CheckNonCourse(kind.Place, sis, faults);
        else if (kind.Value == RecordTargetKind.SectionGrade)
            CheckGuids([.. needed, ("withdrawnGrade", withdrawn)], faults);
    }

    private static void CheckNonCourse(Place place, ConnectionShape sis, FaultList faults)
    {
        foreach (var setting in NonCourseSettings.Where(setting => sis.Settings?.Has(setting) is not true))
            faults.Add(
                place,
                "record-setting",
                new($"Une inscription hors cours demande le réglage « {setting} » de la connexion « sis ».", $"A non-course record needs the setting “{setting}” of the connection “sis”."),
                new($"Ajoutez « {setting} » sous « connections: sis: settings » dans institution.yaml.", $"Add “{setting}” under “connections: sis: settings” in institution.yaml."));
    }

    private static void CheckGuids((string Key, Located<string>? Value)[] needed, FaultList faults)
    {
        foreach (var (key, value) in needed.Where(need => need.Value is { } value && !Guid.TryParseExact(value.Value, "D", out _)))
            faults.Add(
                value!.Place,
                "guid",
                new($"« {key} » n'est pas un GUID, et Ethos n'en connaît pas d'autre.", $"“{key}” is not a GUID, and Ethos knows nothing else."),
                new("Prenez l'identifiant qu'Ethos donne, p. ex. 3f0c1a52-7d5e-4b0e-9a64-1f2b8c7d6e5a.", "Use the id that Ethos gives, e.g. 3f0c1a52-7d5e-4b0e-9a64-1f2b8c7d6e5a."));
    }
}
