using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>What Ethos asks of institutions’ files.</summary>
internal static class EthosKind
{
    public static ConnectionKind Kind { get; } = new(ConnectionRole.Sis, "ethos", new("Ethos", "Ethos"))
    {
        Settings =
        [
            Setting.Required(
                "personCredential",
                "le type d’identifiant qui est le numéro étudiant (bannerId, colleaguePersonId)",
                "the type of identifier that is the student number (bannerId, colleaguePersonId)") with { Example = "bannerId" },
            Setting.Optional("nonCourseLevel", "le niveau des inscriptions hors cours", "the level of non-course records"),
            Setting.Optional("nonCourseStatus", "l’état d’une inscription hors cours", "the status of a non-course record"),
            Setting.Optional(
                "nonCourseWithdrawnStatus",
                "l’état d’une inscription hors cours retirée",
                "the status of a withdrawn non-course record"),
            Setting.Optional("gradeChangeReason", "le motif d’une rectification de note", "the reason for a grade change"),
        ],
        Secrets = [Setting.Required("apiKey", "la clé d’API", "the API key")],
        Records =
        [
            new(
                RecordTargetKind.SectionGrade,
                [Id("section"), Id("grade"), Id("gradeType"), Id("withdrawnGrade") with { IsRequired = false }])
            {
                Check = Guids,
            },
            new(
                RecordTargetKind.NonCourse,
                [Setting.Required("code", "", "")]) { ConnectionSettings = ["nonCourseLevel", "nonCourseStatus"] },
        ],
    };

    private static Setting Id(string name) => Setting.Required(name, "un GUID", "a GUID");

    private static IEnumerable<SettingFault> Guids(IReadOnlyDictionary<string, string> given) =>
        from member in given
        where member.Key != "code" && !Guid.TryParseExact(member.Value, "D", out _)
        select new SettingFault(
            member.Key,
            "guid",
            new(
                $"«\u00a0{member.Key}\u00a0» n’est pas un GUID, la seule forme qu’Ethos accepte.",
                $"“{member.Key}” is not a GUID, the only form that Ethos accepts."),
            new(
                "Prenez l’identifiant que donne Ethos, p. ex. 3f0c1a52-7d5e-4b0e-9a64-1f2b8c7d6e5a.",
                "Use the id from Ethos, e.g. 3f0c1a52-7d5e-4b0e-9a64-1f2b8c7d6e5a."));
}
