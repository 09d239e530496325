using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>A record target must be complete, and there must be a system that takes it.</summary>
internal static class RecordRules
{
    private static readonly RecordTargetKind[] ByFile =
        [.. Enum.GetValues<RecordTargetKind>().Where(kind => new RecordTarget(kind).IsByFile)];

    public static void Check(RecordShape record, InstitutionDraft draft, FaultList faults)
    {
        if (record.Kind is not { Value: not RecordTargetKind.None } kind)
            return;
        var sis = draft.Main?.Connections?.Sis;
        var system = draft.Kinds.Connection(ConnectionRole.Sis, sis?.Kind?.Value);
        var form = ByFile.Contains(kind.Value)
            ? RecordForm.ByFile(kind.Value)
            : system?.Records.FirstOrDefault(one => one.Kind == kind.Value);
        if (form is not null)
            CheckForm(form, record, kind, sis, faults);
        else if (system is not null)
            NotTaken(kind, system, faults);
        else
            CheckMembers(AskedByAll(kind.Value, draft.Kinds), record, kind, faults);
        if (sis is null && draft.Main is not null)
            faults.Add(
                kind.Place,
                "record-connection",
                new(
                    "L’entrée va au relevé de notes, mais l’établissement n’a pas de système d’information sur les étudiants.",
                    "The entry goes on the transcript, but the institution has no student information system."),
                new(
                    "Ajoutez «\u00a0connections: sis\u00a0» à institution.yaml, ou prenez «\u00a0kind: none\u00a0».",
                    "Add “connections: sis” to institution.yaml, or use “kind: none”."));
    }

    private static void CheckForm(
        RecordForm form,
        RecordShape record,
        Located<RecordTargetKind> kind,
        ConnectionShape? sis,
        FaultList faults)
    {
        var given = record.Given();
        CheckMembers(Asked(form), record, kind, faults);
        foreach (var setting in form.ConnectionSettings.Where(setting => sis?.Settings?.Has(setting) is not true))
            faults.Add(
                kind.Place,
                "record-setting",
                new(
                    $"«\u00a0kind: {Spelling(form.Kind)}\u00a0» demande le réglage «\u00a0{setting}\u00a0» de la connexion "
                        + "«\u00a0sis\u00a0».",
                    $"“kind: {Spelling(form.Kind)}” needs the setting “{setting}” of the connection “sis”."),
                new(
                    $"Ajoutez «\u00a0{setting}\u00a0» sous «\u00a0connections: sis: settings\u00a0» dans institution.yaml.",
                    $"Add “{setting}” under “connections: sis: settings” in institution.yaml."));
        ValueRules.Check(form.Check, kind.Place, [.. given.Select(member => (member.Key, member.Value.Place, member.Value))], faults);
    }

    private static IEnumerable<string> Asked(RecordForm form) =>
        form.Members.Where(member => member.IsRequired).Select(member => member.Name);

    /// <summary>What a record needs whichever SIS takes it, while none is connected.</summary>
    private static IEnumerable<string> AskedByAll(RecordTargetKind kind, ConnectorKinds kinds)
    {
        var forms = kinds.Connections
            .Where(system => system.Role == ConnectionRole.Sis)
            .SelectMany(system => system.Records)
            .Where(form => form.Kind == kind)
            .Select(Asked)
            .ToList();
        return forms.Count == 0 ? [] : forms.Aggregate((some, others) => some.Intersect(others));
    }

    private static void CheckMembers(
        IEnumerable<string> asked,
        RecordShape record,
        Located<RecordTargetKind> kind,
        FaultList faults)
    {
        var given = record.Given();
        foreach (var key in asked.Where(key => !given.ContainsKey(key)))
            faults.Add(
                kind.Place,
                "record-incomplete",
                new(
                    $"L’inscription au relevé de notes est incomplète\u00a0: «\u00a0{key}\u00a0» manque.",
                    $"The transcript entry is incomplete: “{key}” is missing."),
                new(
                    $"Demandez «\u00a0{key}\u00a0» au bureau du registraire et ajoutez-le.",
                    $"Ask the registrar’s office for “{key}” and add it."));
    }

    private static void NotTaken(Located<RecordTargetKind> kind, ConnectionKind system, FaultList faults)
    {
        var possible = string.Join(
            ", ",
            system.Records.Select(form => form.Kind).Concat(ByFile).Append(RecordTargetKind.None).Select(Spelling));
        faults.Add(
            kind.Place,
            "record-kind",
            new(
                $"{system.Title.Fr} n’accepte pas «\u00a0{Spelling(kind.Value)}\u00a0».",
                $"{system.Title.En} does not accept “{Spelling(kind.Value)}”."),
            new($"Prenez un de : {possible}.", $"Use one of: {possible}."));
    }

    private static string Spelling(RecordTargetKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{kind}");
}
